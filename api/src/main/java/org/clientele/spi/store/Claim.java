package org.clientele.spi.store;

import java.util.Optional;

/**
 * That a source owns a login, established with all sources answering.
 *
 * @param sourceId the source
 * @param loginKey the order key of the login
 * @param login the login as stored in the source
 * @param nativeId the storage's stable identity, empty if it has none
 */
public record Claim(String sourceId, String loginKey, String login, Optional<String> nativeId) {}
