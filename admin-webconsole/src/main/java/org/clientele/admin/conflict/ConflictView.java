package org.clientele.admin.conflict;

import java.util.List;
import java.util.Map;

/**
 * A conflict, ready to be shown.
 *
 * @param title what it is about
 * @param people whose records it is about
 * @param facts what else is known, as sentences
 * @param advice what can be done
 * @param decisions what can be done here
 * @param hidden what a decision sends along
 */
public record ConflictView(
        String title,
        List<PersonView> people,
        List<String> facts,
        String advice,
        List<Decision> decisions,
        Map<String, String> hidden) {
    public ConflictView {
        people = List.copyOf(people);
        facts = List.copyOf(facts);
        decisions = List.copyOf(decisions);
        hidden = Map.copyOf(hidden);
    }

    /**
     * A record.
     *
     * @param role what it has to do with the conflict
     * @param login its login
     * @param name its name, may be empty
     * @param source the name of its source
     * @param validity the key of its validity
     * @param address where it is shown; empty for one that cannot be shown, because another one counts
     */
    public record PersonView(String role, String login, String name, String source, String validity, String address) {}

    /**
     * Something that somebody can decide.
     *
     * @param value what the button sends
     * @param label what it says
     * @param effect what follows, empty where that needs no confirmation
     */
    public record Decision(String value, String label, String effect) {}
}
