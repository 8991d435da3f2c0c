package org.clientele.admin.form;

import java.util.Optional;
import org.clientele.DirectoryEntry;
import org.clientele.admin.effective.EffectiveView;
import org.clientele.admin.web.Screen;

/** What stands below a record. */
@FunctionalInterface
public interface Below<E extends DirectoryEntry> {

    /** The permissions of a record that has some of its own, empty for other kinds of records. */
    Optional<EffectiveView> of(Screen screen, E entry);
}
