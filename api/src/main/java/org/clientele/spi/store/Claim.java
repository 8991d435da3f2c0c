package org.clientele.spi.store;

import java.util.Optional;

/**
 * That a source owns a login, established with all sources answering.
 *
 * @param sourceId the source
 * @param loginKey the order key of the login, see {@link org.clientele.spi.OrderKey#of}; the login itself where case matters to
 *     the source
 * @param login the login as stored in the source
 * @param nativeId the storage's stable identity, empty if it has none
 */
public record Claim(String sourceId, String loginKey, String login, Optional<String> nativeId) {}
