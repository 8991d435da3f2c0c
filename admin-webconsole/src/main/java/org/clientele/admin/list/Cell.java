package org.clientele.admin.list;

import java.util.Optional;
import org.clientele.field.Link;
import org.jspecify.annotations.Nullable;

/**
 * A value to read.
 *
 * @param text the value as people read it
 * @param link where it leads, empty for nowhere
 */
public record Cell(String text, Optional<Link> link) {

    /** The target of the link; null leaves the attribute out. */
    public @Nullable String target() {
        return link.map(Link::target).filter(target -> !target.isEmpty()).orElse(null);
    }

    /** The CSS classes of the link; null leaves the attribute out. */
    public @Nullable String classes() {
        return link.map(Link::classes).filter(classes -> !classes.isEmpty()).orElse(null);
    }
}
