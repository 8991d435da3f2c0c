package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.ResultCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server that wants encryption, or a sign-in, makes of those who come without, and what they are told to do. */
class DemandTest extends LdapSourceTest<InMemoryDirectory> {
    private static final Map<String, String> ACCOUNT =
            Map.of("userDn", TestDirectory.ADMIN, "userPw", TestDirectory.ADMIN_PASSWORD);

    private InMemoryDirectory secure;

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @BeforeAll
    void startSecure(@TempDir Path files) throws Exception {
        secure = InMemoryDirectory.withTls(Encryption.LDAPS, files);
    }

    @AfterAll
    void stopSecure() throws Exception {
        secure.close();
    }

    @AfterEach
    void letEverybodyIn() {
        for (InMemoryDirectory one : new InMemoryDirectory[] {directory(), secure}) {
            one.refuse(Optional.empty());
            one.refuseSignIns(Optional.empty());
        }
    }

    private LdapSource secure(Map<String, String> more) {
        Map<String, String> keys = new java.util.HashMap<>(secure.access());
        keys.put("port", Integer.toString(secure.port()));
        keys.putAll(more);
        return source(keys);
    }

    private static SourceUnavailableException failure(LdapSource source) {
        return catchThrowableOfType(SourceUnavailableException.class, () -> source.find("a", soon()));
    }

    @ParameterizedTest
    @CsvSource({
        "8, strongAuthRequired; it demands encryption: write tls = starttls or tls = ldaps",
        "13, confidentialityRequired; it demands encryption: write tls = starttls or tls = ldaps",
        "53, unwillingToPerform"
    })
    void aPasswordInClearTextIsRefused(int code, String said) {
        directory().refuseSignIns(Optional.of(ResultCode.valueOf(code)));
        SourceUnavailableException failure = failure(source(ACCOUNT));
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
        assertThat(failure)
                .hasMessage("ldap://127.0.0.1:" + directory().port() + " refused the sign-in of userDn: " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 'strongAuthRequired; it demands another sign-in, such as bind = external'",
        "13, confidentialityRequired; it demands stronger encryption than it agreed to"
    })
    void whoHasEncryptionIsNotToldToTurnItOn(int code, String said) {
        secure.refuseSignIns(Optional.of(ResultCode.valueOf(code)));
        SourceUnavailableException failure = failure(secure(ACCOUNT));
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION);
        assertThat(failure)
                .hasMessage("ldaps://127.0.0.1:" + secure.port() + " refused the sign-in of userDn: " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "8, CONNECTION, does not serve us (strongAuthRequired)",
        "1, REQUEST, refused the search (operationsError)",
        "50, REQUEST, refused the search (insufficientAccessRights)",
        "53, REQUEST, refused the search (unwillingToPerform)"
    })
    void whoHasNotSignedInIsToldTo(int code, Reason reason, String said) {
        directory().refuse(Optional.of(ResultCode.valueOf(code)));
        secure.refuse(Optional.of(ResultCode.valueOf(code)));
        String signIn =
                "The directory server " + said + "; it may serve only who has signed in: give userDn and userPw";
        SourceUnavailableException clear = failure(source(Map.of()));
        assertThat(clear.reason()).isEqualTo(reason);
        assertThat(clear).hasMessage(signIn + ", and with them tls = starttls or tls = ldaps");
        assertThat(failure(secure(Map.of()))).hasMessage(signIn);
    }

    @ParameterizedTest
    @CsvSource({
        "8, does not serve us (strongAuthRequired); it demands encryption: write tls = starttls or tls = ldaps",
        "13, does not serve us (confidentialityRequired); it demands encryption: write tls = starttls or tls = ldaps",
        "1, refused the search (operationsError)",
        "51, does not serve us (busy)"
    })
    void whoHasSignedInIsNotToldToSignIn(int code, String said) {
        directory().refuse(Optional.of(ResultCode.valueOf(code)));
        assertThat(failure(source(ACCOUNT))).hasMessage("The directory server " + said);
    }
}
