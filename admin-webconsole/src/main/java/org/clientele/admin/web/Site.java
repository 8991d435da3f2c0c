package org.clientele.admin.web;

import java.util.Map;
import org.clientele.admin.text.WordBook;

/**
 * What the servlets of both kinds share.
 *
 * @param tokens proofs of forms
 * @param properties the configuration {@code org.clientele.directory}
 */
public record Site(Tokens tokens, WordBook words, Map<String, ?> properties) {
    public Site(Tokens tokens, Map<String, ?> properties) {
        this(tokens, new WordBook(), Map.copyOf(properties));
    }
}
