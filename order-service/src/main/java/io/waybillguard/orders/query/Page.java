package io.waybillguard.orders.query;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page counted from 0
 * @param total items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
