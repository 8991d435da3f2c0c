package org.clientele.field;

/**
 * A link around a value, ready to be shown.
 *
 * @param address an absolute address of the scheme {@code http}, {@code https}, {@code mailto} or {@code tel}
 * @param target the {@code target} of the link, empty for none; with it belongs {@code rel="noopener"}
 * @param classes CSS classes separated by blanks, empty for none
 */
public record Link(String address, String target, String classes) {}
