package org.clientele.admin.form;

import java.util.List;
import java.util.Optional;
import org.clientele.admin.effective.EffectiveView;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Screen;

/**
 * A record that cannot be changed here, ready to be shown.
 *
 * @param screen what stands around it
 * @param id its id
 * @param name its name for people, may be empty
 * @param source the name of its source
 * @param reason why it cannot be changed
 * @param again where to try again if that may help, empty otherwise
 * @param cancel the way back to the overview
 * @param sections its fields as text
 * @param related where the records are that belong to this one
 * @param notice what was done before, empty for nothing
 * @param passwords generated passwords, shown on this page only
 * @param disabled whether the customer user was disabled here, empty for other records
 * @param effective what the customer user may do, empty for other records
 */
public record RecordView(
        Screen screen,
        String id,
        String name,
        String source,
        String reason,
        String again,
        String cancel,
        List<Section<ReadRow>> sections,
        List<Related> related,
        Optional<String> notice,
        List<GeneratedPasswords.Entry> passwords,
        Optional<Section<FieldView>> preferences,
        Optional<String> withoutPreferences,
        String action,
        List<String> messages,
        String faultsTitle,
        Optional<DisabledView> disabled,
        Optional<EffectiveView> effective) {
    public RecordView {
        sections = List.copyOf(sections);
        related = List.copyOf(related);
        passwords = List.copyOf(passwords);
        messages = List.copyOf(messages);
    }

    /** The fields that have a fault. */
    public List<FieldView> faults() {
        return preferences.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.error().isEmpty())
                .toList();
    }
}
