package io.waybillguard.orders.query;

/**
 * Which page.
 *
 * @param page from 0
 * @param size items on it at most
 */
public record PageRequest(int page, int size) {}
