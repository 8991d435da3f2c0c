package org.clientele.admin.web;

import java.util.Map;
import org.clientele.access.AdministratorRoles;
import org.clientele.admin.text.WordBook;
import org.clientele.spi.Settings;

/**
 * What the servlets of both kinds share.
 *
 * @param tokens proofs of forms
 * @param properties the configuration {@code org.clientele.directory}
 * @param roles which roles of the container may do what
 */
public record Site(Tokens tokens, WordBook words, Map<String, ?> properties, AdministratorRoles roles) {
    public Site(Tokens tokens, Map<String, ?> properties) {
        this(tokens, new WordBook(), Map.copyOf(properties), AdministratorRoles.of(new Settings(properties)));
    }
}
