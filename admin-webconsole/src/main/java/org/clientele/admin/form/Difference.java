package org.clientele.admin.form;

import java.util.Optional;

/**
 * A field that has another value in the form than in the storage, ready to be shown.
 *
 * @param variable its variable
 * @param label its label
 * @param changed who changed it: {@code mine}, {@code theirs} or {@code both}
 * @param base what it was when the form was opened, in words; empty if that is not known
 * @param mine what was typed, in words
 * @param theirs what is stored by now, in words
 * @param side what is chosen, empty if that is left to do
 * @param error what is wrong, empty if nothing is
 */
public record Difference(
        String variable,
        String label,
        String changed,
        Optional<String> base,
        String mine,
        String theirs,
        Optional<Side> side,
        String error) {

    public boolean isChosen(Side one) {
        return side.filter(one::equals).isPresent();
    }

    /** The value of a side. */
    public String value(Side one) {
        return one == Side.MINE ? mine : theirs;
    }
}
