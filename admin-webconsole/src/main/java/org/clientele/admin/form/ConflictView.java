package org.clientele.admin.form;

import java.util.List;
import org.clientele.admin.form.Conflict.Hidden;
import org.clientele.admin.web.Screen;

/**
 * The page on which somebody chooses between two values of fields, ready to be shown.
 *
 * @param screen what stands around it
 * @param name the record for people
 * @param overview the way back to the list
 * @param action where it is posted to
 * @param discard the record as it is stored
 * @param version the version that is shown as the other one's
 * @param source the slot of the source, empty for records without
 * @param differences the fields to choose for
 * @param hidden what the form carries
 * @param password whether a password was typed, which has to be typed again
 * @param messages what is wrong
 */
public record ConflictView(
        Screen screen,
        String name,
        String overview,
        String action,
        String discard,
        String version,
        String source,
        List<Difference> differences,
        List<Hidden> hidden,
        boolean password,
        List<String> messages) {
    public ConflictView {
        differences = List.copyOf(differences);
        hidden = List.copyOf(hidden);
        messages = List.copyOf(messages);
    }

    /** The fields for which nothing is chosen although all should be. */
    public List<Difference> faults() {
        return differences.stream().filter(one -> !one.error().isEmpty()).toList();
    }
}
