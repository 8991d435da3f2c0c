package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.filter.ExprNode;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.clientele.Finding;
import org.clientele.field.Field;
import org.clientele.spi.SourceDescription;

/**
 * One configuration, read and checked.
 *
 * @param description what all back ends have in common
 * @param server where the directory answers
 * @param credentials as whom to bind, empty for anonymous
 * @param base below which entry the customer users are
 * @param scope how deep
 * @param customerId the attribute with the customer ID
 * @param always decides which entries exist, empty for all
 * @param valid decides which of them are valid, empty for all
 * @param nativeIds where an identity that survives a rename is looked for, the first that an entry has
 * @param findings what is wrong or odd
 */
record LdapSettings(
        SourceDescription description,
        Server server,
        Optional<Credentials> credentials,
        Dn base,
        SearchScope scope,
        String customerId,
        Optional<ExprNode> always,
        Optional<ExprNode> valid,
        List<String> nativeIds,
        List<Finding> findings) {

    LdapSettings {
        nativeIds = List.copyOf(nativeIds);
        findings = List.copyOf(findings);
    }

    /** The attribute of a variable that the map has. */
    String storageOf(String variable) {
        return description
                .field(variable)
                .map(Field::storage)
                .orElseThrow(() -> new IllegalArgumentException("No field " + variable));
    }

    /**
     * Where a directory answers.
     *
     * @param timeout how long connecting and binding may take each
     */
    record Server(String host, int port, boolean tls, Duration timeout) {
        @Override
        public String toString() {
            return (tls ? "ldaps://" : "ldap://") + host + ":" + port;
        }
    }

    /** As whom to bind. */
    record Credentials(String dn, String password) {
        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }
}
