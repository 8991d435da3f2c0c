package org.clientele.spi.store;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keys that one holder wants for himself for a short while.
 *
 * @param holder who it is, different for each reservation: at most 36 letters, digits and hyphens
 * @param keys the keys, in one order for everybody: at most 64 letters and digits each
 * @param lease how long they are his if he never gives them back, at most some days
 */
public record Reservation(String holder, SortedSet<String> keys, Duration lease) {
    public Reservation {
        keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }
}
