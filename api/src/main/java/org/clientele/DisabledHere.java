package org.clientele;

import java.time.Instant;

/**
 * That a customer user was disabled in this directory, whatever his source says: the mark <i>locally disabled</i>.
 *
 * @param at when, in whole milliseconds
 * @param by who did it
 * @param comment why, may be empty
 */
public record DisabledHere(Instant at, String by, String comment) {}
