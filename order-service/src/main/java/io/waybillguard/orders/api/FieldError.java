package io.waybillguard.orders.api;

/** What is wrong with one field; never what stood there. */
record FieldError(String field, String message) {}
