package org.clientele.admin.web;

import java.util.Map;
import org.clientele.admin.text.WordBook;

/**
 * What the servlets of both kinds share.
 *
 * @param tokens proofs of forms
 * @param passwords generated passwords that wait for their page
 * @param properties the configuration {@code org.clientele.directory}
 */
public record Site(Tokens tokens, GeneratedPasswords passwords, WordBook words, Map<String, ?> properties) {
    public Site(Tokens tokens, GeneratedPasswords passwords, Map<String, ?> properties) {
        this(tokens, passwords, new WordBook(), Map.copyOf(properties));
    }
}
