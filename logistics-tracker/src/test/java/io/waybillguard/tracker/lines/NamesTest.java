package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void namesThatAreKnownAreHiddenWhereverTheyStand() {
        assertThat(Names.hide("派件员【0123-薛某(电话)】，由薛某派送，签收人张某某", "薛某", " 张某某 "))
                .isEqualTo("派件员【0123-***(电话)】，由***派送，签收人***");
    }

    @Test
    void whatIsNoNameStays() {
        assertThat(Names.hide("签收人：本人，门卫，薛", "本人", "门卫", "薛", "", " ")).isEqualTo("签收人：本人，门卫，薛");
    }
}
