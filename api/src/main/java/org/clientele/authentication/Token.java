package org.clientele.authentication;

import java.time.Instant;

/**
 * A secret to be sent to a customer user. {@link #toString} does not show it.
 *
 * @param value letters, digits, {@code -} and {@code _}: fit for a link
 * @param expiresAt from when on it is worth nothing
 */
public record Token(String value, Instant expiresAt) {
    @Override
    public String toString() {
        return "Token[hidden, expiresAt=" + expiresAt + "]";
    }
}
