package org.clientele.admin.form;

import java.util.List;
import java.util.Optional;
import org.clientele.SourceStatus;
import org.clientele.admin.effective.EffectiveView;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;
import org.clientele.field.Fields;

/**
 * A form, ready to be shown.
 *
 * @param screen what stands around it
 * @param add whether it adds a record; else it changes one
 * @param id the id of the record, empty when adding
 * @param name the name of the record for people, may be empty
 * @param source the source that keeps it
 * @param others the sources that a record could be added to
 * @param action where it is posted to
 * @param cancel where <i>Cancel</i> leads
 * @param version the version of the record that the form is based on
 * @param sections the fields
 * @param kept what was typed into the form of another source and has no field here
 * @param messages what is wrong with the form as a whole
 * @param notices sentences about the directory as a whole
 * @param related where the records are that belong to this one
 * @param notice what was done before, empty for nothing
 * @param noCustomers whether a customer has to be added first
 * @param passwords generated passwords, shown on this page only
 * @param uncertain whether what was typed may have been saved although the form comes back
 * @param disabled that the customer user was disabled here while the source took no changes, empty for all others
 * @param effective what the customer user may do, empty for other records
 */
public record FormView(
        Screen screen,
        boolean add,
        String id,
        String name,
        SourceStatus source,
        List<SourceStatus> others,
        String action,
        String cancel,
        String version,
        List<Section<FieldView>> sections,
        List<Kept> kept,
        List<String> messages,
        List<String> notices,
        List<Related> related,
        Optional<String> notice,
        List<String> told,
        List<String> ahead,
        String confirmed,
        boolean noCustomers,
        List<GeneratedPasswords.Entry> passwords,
        String faultsTitle,
        Optional<DisabledView> disabled,
        Optional<EffectiveView> effective) {

    public FormView {
        others = List.copyOf(others);
        sections = List.copyOf(sections);
        kept = List.copyOf(kept);
        messages = List.copyOf(messages);
        notices = List.copyOf(notices);
        related = List.copyOf(related);
        told = List.copyOf(told);
        ahead = List.copyOf(ahead);
        passwords = List.copyOf(passwords);
    }

    /** Whether the record could be added elsewhere. */
    public boolean switchable() {
        return others.stream().anyMatch(other -> !other.slot().equals(source.slot()));
    }

    /** Why there is no field for a password, empty if there is one or the source has none. */
    public String withoutPassword() {
        boolean kept =
                source.fields().stream().anyMatch(field -> field.variable().equals(Fields.PASSWORD));
        return kept && !screen.may(Role.SET_PASSWORDS)
                ? screen.words().get(add ? "form.password.none" : "form.password.kept", Role.SET_PASSWORDS.setting())
                : "";
    }

    /** The fields that have a fault. */
    public List<FieldView> faults() {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.error().isEmpty())
                .toList();
    }
}
