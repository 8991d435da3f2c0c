package org.clientele.backend.ldap;

import java.nio.file.Path;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.junit.jupiter.api.io.TempDir;

class LdapsLdapSourceTest extends LdapSourceContract<InMemoryDirectory> {
    @TempDir
    static Path files;

    @Override
    InMemoryDirectory start() throws Exception {
        return InMemoryDirectory.withTls(Encryption.LDAPS, files);
    }
}
