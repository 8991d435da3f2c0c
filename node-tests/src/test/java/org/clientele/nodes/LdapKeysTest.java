package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Link;
import org.clientele.field.Shown;
import org.clientele.field.ViewRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys of an LDAP source that the directory applies: two configurations that differ in nothing else answer differently. */
class LdapKeysTest {
    private static final String LOGIN = "O'Brien";
    private static final String ENTRY = "employeeNumber=1," + LdapServer.BASE;
    private static final String ROW = "map.9";

    private final Gate gate = new Gate();

    @RegisterExtension
    final LdapServer ldap = new LdapServer(gate);

    private interface Question {
        Object ask(CustomerUsers users) throws Exception;
    }

    /** Holds searches while it is shut. */
    private static final class Gate extends InMemoryOperationInterceptor {
        private volatile CountDownLatch latch = new CountDownLatch(0);

        void shut() {
            latch = new CountDownLatch(1);
        }

        void open() {
            latch.countDown();
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LDAPException(ResultCode.CANCELED, e);
            }
        }
    }

    @BeforeEach
    void addPerson() throws Exception {
        Entry person = new Entry(ENTRY);
        person.addAttribute("objectClass", "inetOrgPerson");
        person.addAttribute("uid", LOGIN);
        person.addAttribute("givenName", "Jo");
        person.addAttribute("sn", "Lee");
        person.addAttribute("mail", "jo&co@example.org");
        person.addAttribute("description", "7");
        person.addAttribute("roomNumber", "8");
        person.addAttribute("departmentNumber", "Ünal", "x\"y <z>");
        ldap.server().add(person);
    }

    @AfterEach
    void openGate() {
        gate.open();
    }

    /** What the whole directory answers where a source has this value of a key. */
    private Object answer(String key, String value, Question question) throws Exception {
        return answer(Map.of(), key, value, question);
    }

    private Object answer(Map<String, String> same, String key, String value, Question question) throws Exception {
        Map<String, String> keys = ldap.source("CustomerUser", same);
        keys.put(key, value);
        try (Node node = Node.open("jdbc:h2:mem:" + UUID.randomUUID(), new Seam(), Map.of("CustomerUser", keys))) {
            return question.ask(node.users());
        }
    }

    private static CustomerUser found(CustomerUsers users) {
        return users.find(LOGIN).entry().orElseThrow();
    }

    private Object listedWhileAway(CustomerUsers users) throws Exception {
        ldap.server().shutDown(true);
        try {
            return users.list(ListRequest.ALL).rows().size();
        } catch (SourceUnavailableException e) {
            return e.reason();
        } finally {
            ldap.server().startListening();
        }
    }

    @Test
    void dieMakesAListWithoutTheSourceAFailure() throws Exception {
        assertThat(answer("die", "0", this::listedWhileAway)).isEqualTo(0);
        assertThat(answer("die", "1", this::listedWhileAway)).isEqualTo(Reason.CONNECTION);
    }

    private Object foundAfterAChange(CustomerUsers users) throws Exception {
        ldap.server().modify(ENTRY, new Modification(ModificationType.REPLACE, "sn", "Lee"));
        String before = found(users).value("UserLastname");
        ldap.server().modify(ENTRY, new Modification(ModificationType.REPLACE, "sn", "Roe"));
        return before + ", " + found(users).value("UserLastname");
    }

    @Test
    void cacheTtlKeepsWhatWasLookedUp() throws Exception {
        assertThat(answer("cacheTtl", "0", this::foundAfterAChange)).isEqualTo("Lee, Roe");
        assertThat(answer("cacheTtl", "60", this::foundAfterAChange)).isEqualTo("Lee, Lee");
    }

    /** The server keeps silent for two seconds, or until the answer is there. */
    private Object listedFromASlowServer(CustomerUsers users) throws Exception {
        gate.shut();
        CompletableFuture<Outcome> answer = CompletableFuture.supplyAsync(() -> outcome(users));
        try {
            return answer.get(2, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            gate.open();
            return answer.get();
        } finally {
            gate.open();
        }
    }

    private static Outcome outcome(CustomerUsers users) {
        try {
            return users.list(ListRequest.ALL).sources().get(0).outcome();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answerTimeLimitEndsTheWait() throws Exception {
        assertThat(answer("answerTimeLimit", "0.3", this::listedFromASlowServer))
                .isEqualTo(Outcome.TIMED_OUT);
        assertThat(answer("answerTimeLimit", "60", this::listedFromASlowServer)).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void excludePrimaryCustomerIdLeavesTheFurtherOnes() throws Exception {
        Map<String, String> further =
                Map.of("map.10", "UserCustomerIDs | CustomerIDs | departmentNumber | 1 | 0 | var | | 1 | |");
        Question customers = users -> List.copyOf(found(users).customerIds());
        assertThat(answer(further, "excludePrimaryCustomerId", "0", customers))
                .isEqualTo(List.of("jo&co@example.org", "Ünal", "x\"y <z>"));
        assertThat(answer(further, "excludePrimaryCustomerId", "1", customers)).isEqualTo(List.of("Ünal", "x\"y <z>"));
    }

    private static List<ViewRow> comment(CustomerUsers users, Shown view) {
        return users.view(found(users), view).stream()
                .filter(row -> row.variable().equals("UserComment"))
                .toList();
    }

    private static ViewRow comment(CustomerUsers users) {
        return comment(users, Shown.RECORD).get(0);
    }

    private static Object link(CustomerUsers users) {
        return comment(users).values().get(0).link();
    }

    private static Object views(CustomerUsers users) {
        return List.of(
                !comment(users, Shown.RECORD).isEmpty(),
                !comment(users, Shown.SHORT).isEmpty());
    }

    @Test
    void selectionsCallAValueByItsName() throws Exception {
        Question label = users -> comment(users).values().get(0).label();
        assertThat(answer("selections.UserComment", "7:Seven, 8", label)).isEqualTo("Seven");
        assertThat(answer("selections.UserComment", "8:Eight", label)).isEqualTo("7");
    }

    @Test
    void theLabelAndTheAttributeOfARowAreShown() throws Exception {
        Question row = users ->
                comment(users).label() + "=" + comment(users).values().get(0).stored();
        assertThat(answer(ROW, "UserComment | Comment | description | 1 | 0 | var | | 1 | |", row))
                .isEqualTo("Comment=7");
        assertThat(answer(ROW, "UserComment | カス | description | 1 | 0 | var | | 1 | |", row))
                .isEqualTo("カス=7");
        assertThat(answer(ROW, "UserComment | Comment | roomNumber | 1 | 0 | var | | 1 | |", row))
                .isEqualTo("Comment=8");
    }

    @Test
    void theColumnShownDecidesWhichViewsHaveARow() throws Exception {
        String row = "UserComment | Comment | description | %d | 0 | var | | 1 | |";
        assertThat(answer(ROW, row.formatted(0), LdapKeysTest::views)).isEqualTo(List.of(false, false));
        assertThat(answer(ROW, row.formatted(2), LdapKeysTest::views)).isEqualTo(List.of(true, true));
    }

    @Test
    void theColumnsOfALinkMakeIt() throws Exception {
        String row = "UserComment | Comment | description | 1 | 0 | var | %s | 1 | %s | %s";
        assertThat(answer(ROW, row.formatted("", "", ""), LdapKeysTest::link)).isEqualTo(Optional.empty());
        assertThat(answer(ROW, row.formatted("mailto:{UserEmail}", "", ""), LdapKeysTest::link))
                .isEqualTo(Optional.of(new Link("mailto:jo%26co@example.org", "", "")));
        assertThat(answer(ROW, row.formatted("https://x/{UserComment}", "_blank", "crm wide"), LdapKeysTest::link))
                .isEqualTo(Optional.of(new Link("https://x/7", "_blank", "crm wide")));
    }
}
