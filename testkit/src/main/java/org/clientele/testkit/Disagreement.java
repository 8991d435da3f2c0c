package org.clientele.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the list that a source gave differs from the one that was expected, in words. */
final class Disagreement {
    private final List<String> expected;
    private final List<String> listed;

    Disagreement(List<String> expected, List<String> listed) {
        this.expected = expected;
        this.listed = listed;
    }

    @Override
    public String toString() {
        List<String> faults = new ArrayList<>();
        add(faults, "missing", without(expected, listed));
        add(faults, "should not be there", without(listed, expected));
        add(faults, "more than once", repeated());
        if (faults.isEmpty()) {
            faults.add("the order is wrong: by the login in lower case and then the login itself, both by code point");
        }
        return String.join("; ", faults) + "\n  listed:   " + Wording.quoted(listed) + "\n  expected: "
                + Wording.quoted(expected);
    }

    private static void add(List<String> faults, String fault, List<String> logins) {
        if (!logins.isEmpty()) {
            faults.add(fault + ": " + Wording.quoted(logins));
        }
    }

    private static List<String> without(List<String> some, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return some.stream().filter(login -> !known.contains(login)).toList();
    }

    private List<String> repeated() {
        Set<String> seen = new HashSet<>();
        return listed.stream().filter(login -> !seen.add(login)).distinct().toList();
    }
}
