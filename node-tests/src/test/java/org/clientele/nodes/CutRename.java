package org.clientele.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A rename whose process dies.
 *
 * @param step after which call it dies
 * @param done whether the source has the new name then
 * @param successor who goes on
 */
record CutRename<S extends Enum<S>>(String step, boolean done, S successor) {

    /**
     * One for each step and successor.
     *
     * @param before the calls before the source has the new name
     * @param since the calls since it has
     */
    static <S extends Enum<S>> List<CutRename<S>> all(List<String> before, List<String> since, S[] successors) {
        return Stream.concat(before.stream(), since.stream())
                .flatMap(step ->
                        Stream.of(successors).map(successor -> new CutRename<>(step, since.contains(step), successor)))
                .toList();
    }

    /**
     * One process dies at each step, with a rename for each successor under way.
     *
     * @param what as {@link NodeProcess#start} wants it
     */
    static <S extends Enum<S>> void killAll(List<CutRename<S>> renames, String url, String what) throws Exception {
        for (String step : renames.stream().map(CutRename::step).distinct().toList()) {
            List<String> command = new ArrayList<>(List.of("die", step, what));
            for (CutRename<S> rename : renames) {
                if (rename.step().equals(step)) {
                    command.addAll(List.of(rename.former(), rename.next()));
                }
            }
            try (NodeProcess process = NodeProcess.start(url, command.toArray(String[]::new))) {
                process.go();
                process.awaitDeath();
            }
        }
    }

    String former() {
        return (step + "-" + successor.name()).toLowerCase(Locale.ROOT);
    }

    String next() {
        return former() + "-new";
    }

    /** The one of both that the source has. */
    String now() {
        return done ? next() : former();
    }

    /** The one of both that is free. */
    String free() {
        return done ? former() : next();
    }
}
