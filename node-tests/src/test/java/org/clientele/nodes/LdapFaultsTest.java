package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.ListRequest;
import org.clientele.Ordering;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What callers of the whole directory see while something is wrong with an LDAP server. */
class LdapFaultsTest {
    private static final String ACCOUNT = "cn=clientele," + LdapServer.BASE;
    private static final String SLOT = "CustomerUser";
    private static final String LOGIN = "O'Brien";

    /** Of the last six calls four have to fail before the source is left alone. */
    private static final int MOST_FAILURES = 4;

    private final Told told = new Told();
    private final Seam seam = new Seam();

    @RegisterExtension
    final LdapServer ldap = new LdapServer(told);

    /** What the server has heard; it can cut lists. */
    private static final class Told extends InMemoryOperationInterceptor {
        private final AtomicInteger binds = new AtomicInteger();
        private volatile int limit;

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
            binds.incrementAndGet();
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) {
            SearchRequest limited = request.getRequest().duplicate();
            limited.setSizeLimit(limit);
            request.setRequest(limited);
        }
    }

    @BeforeEach
    void fill() throws Exception {
        ldap.server().add("dn: " + ACCOUNT, "objectClass: organizationalRole", "cn: clientele", "userPassword: first");
        for (String login : List.of(LOGIN, "Ünal", "カス")) {
            ldap.server()
                    .add(
                            "dn: uid=" + login + "," + LdapServer.BASE,
                            "objectClass: inetOrgPerson",
                            "uid: " + login,
                            "sn: Lee",
                            "mail: jo@example.org");
        }
    }

    private Map<String, String> keys(String password) {
        return ldap.source(
                SLOT, Map.of("alwaysFilter", "(objectClass=inetOrgPerson)", "userDn", ACCOUNT, "userPw", password));
    }

    private Node open() throws Exception {
        return Node.open("jdbc:h2:mem:" + UUID.randomUUID(), seam, Map.of(SLOT, keys("first")));
    }

    private static SourceReport asked(Node node) {
        return node.users().find(LOGIN).sources().get(0);
    }

    private static SourceState state(Node node) {
        return node.users().sources().stream()
                .filter(source -> source.slot().equals(SLOT))
                .map(SourceStatus::state)
                .findFirst()
                .orElseThrow();
    }

    /** The account gets another password; connections that are open are closed. */
    private void changePassword() throws Exception {
        InMemoryDirectoryServer server = ldap.server();
        server.modify(ACCOUNT, new Modification(ModificationType.REPLACE, "userPassword", "second"));
        int port = server.getListenPort();
        server.shutDown(true);
        server.startListening();
        assertThat(server.getListenPort()).isEqualTo(port);
    }

    @Test
    void aSourceWhosePasswordIsRefusedIsLeftAloneAfterFewTriesAndUsedAgainWithTheRightOne() throws Exception {
        try (Node node = open()) {
            assertThat(asked(node).outcome()).isEqualTo(Outcome.ANSWERED);
            changePassword();
            told.binds.set(0);
            AtomicInteger calls = new AtomicInteger();
            seam.before(SLOT + ".find", calls::incrementAndGet);

            assertThat(failuresUntilSkipped(node)).isBetween(1, MOST_FAILURES);
            assertThat(state(node)).isEqualTo(SourceState.UNAVAILABLE);
            askFromManyThreads(node);
            int before = calls.get();
            await().atMost(Node.PATIENCE).until(() -> asked(node).outcome() == Outcome.SKIPPED && calls.get() > before);
            assertThat(told.binds).as("heard of the password").hasValue(1);

            node.reconfigure(SLOT, keys("second"));
            await().atMost(Node.PATIENCE).until(() -> asked(node).outcome() == Outcome.ANSWERED);
            assertThat(node.find(LOGIN)).contains(LOGIN);
            assertThat(state(node)).isEqualTo(SourceState.READY);
        }
    }

    private static int failuresUntilSkipped(Node node) {
        List<SourceReport> reports = new ArrayList<>();
        do {
            reports.add(asked(node));
        } while (reports.get(reports.size() - 1).outcome() != Outcome.SKIPPED && reports.size() <= MOST_FAILURES);
        assertThat(reports)
                .allMatch(report ->
                        !report.outcome().answered() && report.message().contains("refused the sign-in of userDn"));
        assertThat(reports.get(reports.size() - 1).outcome()).isEqualTo(Outcome.SKIPPED);
        return reports.size() - 1;
    }

    private static void askFromManyThreads(Node node) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(24);
        try {
            Callable<SourceReport> call = () -> asked(node);
            for (Future<SourceReport> report : callers.invokeAll(Collections.nCopies(240, call))) {
                assertThat(report.get().outcome().answered()).isFalse();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aListThatTheServerCutsIsSaidToBeNoCompleteOrder() throws Exception {
        try (Node node = open()) {
            told.limit = 2;
            for (ListRequest request :
                    List.of(ListRequest.ALL, ListRequest.ALL.withOrder(Ordering.ascending("UserEmail")))) {
                assertThat(node.users().list(request).sources()).singleElement().satisfies(report -> {
                    assertThat(report.outcome()).isEqualTo(Outcome.TRUNCATED);
                    assertThat(report.message()).startsWith("Delivered only a part, not a complete order: ");
                });
            }
            told.limit = 0;
            assertThat(node.users().list(ListRequest.ALL).rows()).hasSize(3);
        }
    }
}
