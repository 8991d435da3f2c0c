package org.clientele.admin.privacy;

import java.util.List;
import org.clientele.admin.web.Screen;

/**
 * What anonymising somebody does, and the form that does it.
 *
 * @param screen what stands around it
 * @param login the login
 * @param name the name for people, the login if there is none
 * @param action where the form is posted to
 * @param back the person's record
 * @param version of the record that the plan was made of
 * @param rows what becomes of the record
 * @param kept what the directory keeps of the person
 * @param blocking what has to be put right before
 * @param warnings what is to be known
 * @param loginChangeable whether there is a choice of logins
 * @param wish what is filled in
 * @param faults why nothing was done
 */
public record AnonymiseView(
        Screen screen,
        String login,
        String name,
        String action,
        String back,
        String version,
        List<FieldFate> rows,
        List<KeptAmount> kept,
        List<String> blocking,
        List<String> warnings,
        boolean loginChangeable,
        Wish wish,
        AnonymiseFaults faults) {

    public AnonymiseView {
        rows = List.copyOf(rows);
        kept = List.copyOf(kept);
        blocking = List.copyOf(blocking);
        warnings = List.copyOf(warnings);
    }

    /**
     * What becomes of a field.
     *
     * @param label its label
     * @param now its values
     * @param fate by which word the fate is known
     * @param afterwards what is there afterwards, in words where it is no value
     */
    public record FieldFate(String label, List<String> now, String fate, String afterwards) {
        public FieldFate {
            now = List.copyOf(now);
        }
    }

    /** How much the directory keeps of something. */
    public record KeptAmount(String label, int amount) {}
}
