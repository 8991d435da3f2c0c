package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.Finding;
import org.clientele.backend.ldap.LdapSettings.Server;
import org.clientele.backend.ldap.TlsSettings.Encryption;
import org.junit.jupiter.api.Test;

class ServersTest {
    private static final Server A = new Server("a", 389, Encryption.NONE);
    private static final Server B = new Server("b", 389, Encryption.NONE);
    private static final Server C = new Server("c", 636, Encryption.LDAPS);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Servers servers = new Servers(List.of(A, B, C), now::get);

    @Test
    void theOrderIsThatOfTheConfiguration() {
        assertThat(servers.inOrder()).containsExactly(A, B, C);
        assertThat(servers.isBest(A)).isTrue();
        assertThat(servers.isBest(B)).isFalse();
    }

    @Test
    void oneThatFailedIsTheLastForAWhile() {
        servers.failed(A, "away");
        assertThat(servers.inOrder()).containsExactly(B, C, A);
        assertThat(servers.isBest(B)).isTrue();
        assertThat(servers.isBest(C)).isFalse();
        now.addAndGet(Servers.REST.toNanos() - 1);
        assertThat(servers.inOrder()).containsExactly(B, C, A);
        now.incrementAndGet();
        assertThat(servers.inOrder()).containsExactly(A, B, C);
        assertThat(servers.isBest(B)).isFalse();
    }

    @Test
    void whileOneFindsOutWhetherItIsBackTheOthersGoOnWithoutIt() {
        servers.failed(A, "away");
        now.addAndGet(Servers.REST.toNanos());
        servers.trying(A);
        assertThat(servers.inOrder()).containsExactly(B, C, A);
        assertThat(servers.isBest(B)).isTrue();
        servers.answered(A);
        assertThat(servers.inOrder()).containsExactly(A, B, C);
        assertThat(servers.isBest(B)).isFalse();
    }

    @Test
    void oneThatIsAwayIsAFindingWhileAnotherAnswers() {
        servers.failed(A, "away");
        assertThat(servers.findings()).as("nobody answers yet").isEmpty();
        servers.answered(B);
        assertThat(servers.findings())
                .containsExactly(Finding.warning(
                        "host",
                        "ldap://a:389 (away) rests, another server answers; see that it runs, or take it out of host"));
        now.addAndGet(Servers.REST.toNanos());
        servers.trying(A);
        assertThat(servers.findings()).as("until the outcome is known").hasSize(1);
        servers.answered(A);
        assertThat(servers.findings()).isEmpty();
        servers.failed(A, "away");
        servers.failed(B, "away");
        assertThat(servers.findings()).as("nobody answers any more").isEmpty();
    }

    @Test
    void allThatFailedAreTriedInTheirOrderAndNamedWithTheirFailures() {
        servers.failed(C, "bad certificate");
        servers.failed(A, "away");
        assertThat(servers).hasToString("ldap://a:389 (away), ldap://b:389, ldaps://c:636 (bad certificate)");
        servers.failed(B, "away");
        assertThat(servers.inOrder()).containsExactly(A, B, C);
    }
}
