-- The projection of all topics. Everything here can be dropped and read again from Kafka.
-- No foreign keys: topics arrive in any order, a stall may be known before its order.

create table projection_offsets (
    topic       text   not null,
    "partition" int    not null,
    next_offset bigint not null,
    primary key (topic, "partition")
);

create table orders (
    order_id     text primary key,
    shop_id      text,
    buyer_id     text,
    platform     text,
    amount_fen   bigint,
    lines        jsonb,
    province     text,
    city         text,
    cross_border boolean,
    placed_at    timestamptz,
    paid_fen     bigint,
    paid_at      timestamptz,
    received_at  timestamptz,
    closed_at    timestamptz,
    close_reason text
);
create index orders_of_shop on orders (shop_id, placed_at desc, order_id);
create index orders_by_time on orders (placed_at desc, order_id);

-- Parcels as shop or buyer told of them.
create table shipments (
    order_id         text    not null,
    courier          text    not null,
    waybill          text    not null,
    role             text    not null,
    service          text    not null,
    platform_waybill boolean not null,
    shipped_at       timestamptz not null,
    cancelled_at     timestamptz,
    refund_id        text,
    given_by         text,
    primary key (order_id, courier, waybill)
);

-- Parcels as the tracker knows them.
create table parcels (
    order_id   text   not null,
    courier    text   not null,
    waybill    text   not null,
    shop_id    text   not null,
    stage      text   not null,
    snapshot   jsonb  not null,
    revision   bigint not null,
    changed_at timestamptz not null,
    primary key (order_id, courier, waybill)
);

create table stalls (
    order_id       text    not null,
    courier        text    not null,
    waybill        text    not null,
    episode        int     not null,
    shop_id        text    not null,
    buyer_id       text    not null,
    role           text    not null,
    kind           text    not null,
    cause          text    not null,
    problem        text,
    level          text    not null,
    since          timestamptz not null,
    threshold_ms   bigint  not null,
    threshold_row  text    not null,
    deadline       timestamptz not null,
    stage          text    not null,
    last_place     text    not null,
    province       text,
    city           text,
    feed_suspect   boolean not null,
    exempt         text,
    raised_at      timestamptz,
    escalated_at   timestamptz,
    cleared_at     timestamptz,
    cleared_by     text,
    revision       bigint  not null,
    primary key (order_id, courier, waybill, episode)
);
create index stalls_of_shop on stalls (shop_id, since desc);
create index stalls_by_time on stalls (since desc);
create index stalls_active on stalls (shop_id, kind, courier) where cleared_at is null;

create table scans (
    courier     text not null,
    waybill     text not null,
    happened_at timestamptz not null,
    digest      uuid not null,
    kind        text not null,
    reason      text,
    received_at timestamptz not null,
    place       text not null,
    text        text not null,
    code        text not null,
    evidence    text not null,
    signed_by   text,
    primary key (courier, waybill, happened_at, digest)
);

create table cases (
    refund_id    text primary key,
    order_id     text not null,
    shop_id      text,
    buyer_id     text,
    kind         text,
    amount_fen   bigint,
    reason       text,
    evidence     jsonb,
    requested_at timestamptz,
    decision     text,
    decided_row  text,
    explanation  jsonb,
    decided_at   timestamptz,
    state        text,
    actor        text,
    deadline     timestamptz,
    moved_at     timestamptz,
    outcome      text,
    paid_fen     bigint,
    closed_at    timestamptz,
    revision     bigint not null default 0
);
create index cases_of_order on cases (order_id);
create index cases_of_shop on cases (shop_id, requested_at desc);
create index cases_by_state on cases (state, requested_at desc);
create index cases_by_time on cases (requested_at desc);

-- Everything the engine said of a case.
create table case_events (
    order_id  text   not null,
    revision  bigint not null,
    refund_id text   not null,
    event     jsonb  not null,
    at        timestamptz not null,
    primary key (order_id, revision)
);
create index case_events_of_refund on case_events (refund_id, revision);

-- What buyer and shop did with a case; the digest leaves the instant out.
create table case_acts (
    refund_id text  not null,
    digest    uuid  not null,
    event     jsonb not null,
    at        timestamptz not null,
    primary key (refund_id, digest)
);

create table interceptions (
    interception_id text primary key,
    refund_id       text not null,
    order_id        text not null,
    courier         text not null,
    waybill         text not null,
    state           text not null,
    detail          text not null,
    at              timestamptz not null
);
create index interceptions_of_refund on interceptions (refund_id);

create table payouts (
    refund_id  text primary key,
    order_id   text   not null,
    amount_fen bigint not null,
    outcome    text   not null,
    detail     text   not null,
    at         timestamptz not null
);

create table shop_policies (
    shop_id text primary key,
    version int   not null,
    policy  jsonb not null,
    at      timestamptz not null
);

-- One row a message and piece of news.
create table notices (
    id        text not null,
    subject   int  not null,
    outcome   text not null,
    channel   text not null,
    detail    text not null,
    shop_id   text not null,
    scene     text not null,
    order_id  text,
    courier   text,
    waybill   text,
    episode   int  not null,
    refund_id text,
    at        timestamptz not null,
    primary key (id, subject)
);
create index notices_of_order on notices (order_id) where order_id is not null;
create index notices_of_refund on notices (refund_id) where refund_id is not null;
