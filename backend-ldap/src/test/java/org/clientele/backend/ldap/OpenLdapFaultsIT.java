package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.testkit.server.OpenLdapServer;
import org.junit.jupiter.api.Test;

class OpenLdapFaultsIT extends FaultsContract<OpenLdapDirectory> {

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory();
    }

    /** The overlay makes the server wait before each search for longer than it allows a search to take. */
    @Test
    void theServersOwnTimeLimitIsAFailureAndNoAnswer() throws Exception {
        try (OpenLdapServer slow = OpenLdapServer.startedWith(
                Stream.of("dn: uid=ann," + OpenLdapServer.BASE
                        + "\nobjectClass: inetOrgPerson\nuid: ann\ncn: Ann\nsn: Lee\n"),
                "timelimit 1",
                "moduleload retcode",
                "overlay retcode",
                "retcode-parent \"cn=codes," + OpenLdapServer.BASE + "\"",
                "retcode-sleep 2")) {
            LdapSource source = source(Map.of("port", Integer.toString(slow.port()), "baseDn", OpenLdapServer.BASE));
            SourceUnavailableException late =
                    catchThrowableOfType(SourceUnavailableException.class, () -> source.find("ann", soon()));
            assertThat(late.reason()).isEqualTo(Reason.TIME_OUT);
            assertThat(late).hasMessage("The directory server gave up after its time limit (timeLimitExceeded)");
        }
    }
}
