package org.clientele.admin.list;

import java.util.Optional;
import org.clientele.field.Link;

/**
 * A value to read.
 *
 * @param text the value as people read it
 * @param link where it leads, empty for nowhere
 */
public record Cell(String text, Optional<Link> link) {}
