package org.clientele.admin.source;

import java.util.Optional;
import org.clientele.Directory;
import org.clientele.SourceStatus;

/** What people call a source. */
public final class SourceName {
    private SourceName() {}

    /** The name that the source in a slot was given; the slot if it has none, or is no longer there. */
    public static String of(Directory<?> directory, String slot) {
        return given(directory, slot).orElse(slot);
    }

    /** The same where it is not known in which of two directories the slot is. */
    public static String of(Directory<?> first, Directory<?> second, String slot) {
        return given(first, slot).or(() -> given(second, slot)).orElse(slot);
    }

    private static Optional<String> given(Directory<?> directory, String slot) {
        return directory.sources().stream()
                .filter(source -> source.slot().equals(slot))
                .map(SourceStatus::name)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
