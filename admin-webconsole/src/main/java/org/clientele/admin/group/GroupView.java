package org.clientele.admin.group;

import java.util.List;
import java.util.Optional;
import org.clientele.admin.form.FieldView;
import org.clientele.admin.form.Related;
import org.clientele.admin.web.Screen;

/**
 * The form of a group, ready to be shown.
 *
 * @param screen what stands around it
 * @param add whether it adds a group; else it changes one
 * @param name the name of the group, empty when adding
 * @param action where it is posted to
 * @param cancel where <i>Cancel</i> leads
 * @param version the version of the group that the form is based on, empty when adding
 * @param fields its fields
 * @param messages what is wrong with the form as a whole
 * @param notice what was done before, empty for nothing
 * @param related the matrices of the group
 * @param members who is in the group, empty when adding
 */
public record GroupView(
        Screen screen,
        boolean add,
        String name,
        String action,
        String cancel,
        String version,
        List<FieldView> fields,
        List<String> messages,
        Optional<String> notice,
        List<Related> related,
        Optional<MembersView> members) {

    public GroupView {
        fields = List.copyOf(fields);
        messages = List.copyOf(messages);
        related = List.copyOf(related);
    }

    /** The fields that have a fault. */
    public List<FieldView> faults() {
        return fields.stream().filter(field -> !field.error().isEmpty()).toList();
    }
}
