package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.TestStep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That OpenLDAP's ppolicy does not lock the account of a source with a wrong password, however many callers there are. */
class OpenLdapLockOutIT extends LdapSourceTest<OpenLdapDirectory> {
    private static final String POLICY = "cn=policy," + TestDirectory.BASE;
    private static final String ACCOUNT = "cn=clientele," + TestDirectory.BASE;
    private static final String RIGHT = "right ä";
    private static final String WRONG = "planted-wrong";
    private static final int CALLERS = 24;

    /** In half an hour a source tries three times, and its test once. The policy, which forgets nothing, locks at the next. */
    private static final int LOCKS_AT = 5;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Override
    OpenLdapDirectory start() throws Exception {
        return new OpenLdapDirectory(List.of("ppolicy"));
    }

    @BeforeEach
    void fill() throws Exception {
        Entry policy = new Entry(
                "dn: " + POLICY,
                "objectClass: organizationalRole",
                "objectClass: pwdPolicy",
                "pwdAttribute: userPassword",
                "pwdLockout: TRUE",
                "pwdMaxFailure: " + LOCKS_AT);
        Entry account = new Entry(
                "dn: " + ACCOUNT,
                "objectClass: organizationalRole",
                "objectClass: simpleSecurityObject",
                "pwdPolicySubentry: " + POLICY);
        account.addAttribute("userPassword", RIGHT);
        directory().load(List.of(policy, account, Person.of(1, "ann").entry()));
    }

    @AfterAll
    void stopCallers() {
        callers.shutdownNow();
    }

    private LdapSource accountSource(String password) {
        Map<String, String> keys = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                "127.0.0.1:" + directory().port(),
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub",
                "userDn",
                ACCOUNT,
                "userPw",
                password));
        return new LdapSource(Map.copyOf(keys), now::get);
    }

    private Entry account() throws LDAPException {
        try (LDAPConnection admin = new LDAPConnection(
                "127.0.0.1", directory().port(), TestDirectory.ADMIN, TestDirectory.ADMIN_PASSWORD)) {
            return admin.getEntry(ACCOUNT, "pwdFailureTime", "pwdAccountLockedTime");
        }
    }

    /** Tries that the server has counted while it has not locked the account. */
    private int tries() throws LDAPException {
        Entry account = account();
        assertThat(account.hasAttribute("pwdAccountLockedTime")).as("locked").isFalse();
        String[] times = account.getAttributeValues("pwdFailureTime");
        return times == null ? 0 : times.length;
    }

    private void allAtOnce(LdapSource source) throws Exception {
        Callable<SourceUnavailableException> call =
                () -> catchThrowableOfType(SourceUnavailableException.class, () -> source.find("ann", soon()));
        for (Future<SourceUnavailableException> failure : callers.invokeAll(Collections.nCopies(CALLERS, call))) {
            assertThat(failure.get().reason()).isEqualTo(Reason.CONNECTION);
            assertThat(failure.get()).hasMessageContaining("refused the sign-in of userDn: invalidCredentials");
        }
    }

    @Test
    void halfAnHourOfManyCallersAndATestOfTheSourceDoNotLockTheAccount() throws Exception {
        try (LdapSource source = accountSource(WRONG)) {
            allAtOnce(source);
            assertThat(tries()).as("at first").isEqualTo(1);
            for (int minute = 1; minute < 30; minute++) {
                now.addAndGet(Duration.ofMinutes(1).toNanos());
                allAtOnce(source);
            }
            assertThat(tries()).as("in half an hour").isEqualTo(3);
            List<TestStep> steps =
                    TestableLdapContract.test("127.0.0.1:" + directory().port(), "userDn", ACCOUNT, "userPw", WRONG);
            assertThat(TestableLdapContract.step(steps, "bind").message())
                    .contains("refused the sign-in of userDn: invalidCredentials");
            assertThat(tries()).as("with the test").isEqualTo(LOCKS_AT - 1);
        }
        try (LdapSource corrected = accountSource(RIGHT)) {
            assertThat(corrected.find("ann", soon())).isPresent();
        }
        assertThat(tries()).as("forgotten by the server").isZero();
    }

    /** Without which the test above would prove nothing. */
    @Test
    void thePolicyLocksWhoTriesOnceMore() throws Exception {
        for (int i = 0; i < LOCKS_AT; i++) {
            assertThat(tries()).isEqualTo(i);
            assertThat(bind(WRONG)).isEqualTo(ResultCode.INVALID_CREDENTIALS);
        }
        assertThat(account().hasAttribute("pwdAccountLockedTime")).isTrue();
        assertThat(bind(RIGHT)).isEqualTo(ResultCode.INVALID_CREDENTIALS);
    }

    private ResultCode bind(String password) throws LDAPException {
        try (LDAPConnection connection =
                new LDAPConnection("127.0.0.1", directory().port())) {
            return connection.bind(ACCOUNT, password).getResultCode();
        } catch (LDAPException e) {
            return e.getResultCode();
        }
    }
}
