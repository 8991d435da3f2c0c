package org.clientele.backend.ldap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.Deadline;
import org.clientele.spi.RuleSettings;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every key makes a difference: sources that differ in nothing but its value answer differently. */
class KeyCasesTest extends LdapSourceTest<InMemoryDirectory> {
    private static final String ABSENT = "(absent)";
    private static final String PEOPLE = "ou=people," + TestDirectory.BASE;
    private static final String BELOW = "ou=below," + PEOPLE;
    private static final String STAFF = "cn=staff," + TestDirectory.BASE;
    private static final String TEAM = "cn=team," + TestDirectory.BASE;
    private static final String ROOM = "UserRoom | Room | roomnumber | 1 | 0 | var | | 0 | |";
    private static final String MANAGER = "UserManager | Manager | manager | 1 | 0 | var | | 0 | |";
    private static final String LOGIN_IS_MAIL = "UserLogin | Username | mail | 1 | 1 | var | | 0 | |";
    private static final List<String> EVERYBODY = List.of("ann", "bob", "carl");

    /** The part of a key behind the prefix that its case is about. */
    private static final Map<String, String> PREFIXED = Map.of("map.", "20", "selections.", "UserTitle");

    private Relay silent;

    @Override
    InMemoryDirectory start() throws Exception {
        return new InMemoryDirectory();
    }

    @BeforeAll
    void fill() throws Exception {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry("dn: " + PEOPLE, "objectClass: organizationalUnit"),
                new Entry("dn: " + BELOW, "objectClass: organizationalUnit")));
        entries.add(
                person("ann", PEOPLE, "o", "acme", "title", "boss", "roomNumber", "7", "manager", dn("bob", PEOPLE)));
        entries.add(person("bob", PEOPLE, "o", "umbrella", "description", "locked", "initials", "B"));
        Entry carl = person("carl", BELOW, "o", "acme");
        carl.setAttribute("sn", "Müller".getBytes(ISO_8859_1));
        entries.add(carl);
        entries.add(new Entry(
                "dn: " + STAFF, "objectClass: groupOfNames", "member: " + dn("bob", PEOPLE), "member: " + TEAM));
        entries.add(new Entry("dn: " + TEAM, "objectClass: groupOfNames", "member: " + dn("carl", BELOW)));
        directory().load(entries);
        silent = new Relay(directory().port());
        silent.setSilent(true);
    }

    @AfterAll
    void stopRelay() throws Exception {
        silent.close();
    }

    private static String dn(String uid, String parent) throws Exception {
        return new DN(new RDN("uid", uid), new DN(parent)).toString();
    }

    private static Entry person(String uid, String parent, String... attributes) throws Exception {
        Entry entry = new Entry("dn: " + dn(uid, parent), "objectClass: inetOrgPerson", "sn: Lee", "givenName: Jo");
        entry.addAttribute("uid", uid);
        entry.addAttribute("mail", uid + "@example.org");
        for (int i = 0; i < attributes.length; i += 2) {
            entry.addAttribute(attributes[i], attributes[i + 1]);
        }
        return entry;
    }

    private interface Question {
        Object ask(LdapSource source) throws Exception;
    }

    private record Case(String key, Map<String, String> same, Map<String, Object> answers, Question question) {
        static Case of(String key, Question question) {
            return new Case(key, Map.of(), Map.of(), question);
        }

        Case with(String sameKey, String value) {
            Map<String, String> more = new HashMap<>(same);
            more.put(sameKey, value);
            return new Case(key, more, answers, question);
        }

        Case answers(String value, Object answer) {
            Map<String, Object> more = new LinkedHashMap<>(answers);
            more.put(value, answer);
            return new Case(key, same, more, question);
        }
    }

    private static Object everybody(LdapSource source) throws Exception {
        return outcome(() -> ids(source.search(all(10), soon())));
    }

    private static Object outcome(Callable<Object> call) throws Exception {
        try {
            return call.call();
        } catch (SourceUnavailableException e) {
            return e.reason();
        }
    }

    private static Object found(LdapSource source, Criterion criterion) throws Exception {
        return ids(source.search(query(criterion), soon()));
    }

    private static Question record(String login, Function<SourceRecord, Object> what) {
        return source -> what.apply(source.find(login, soon()).orElseThrow());
    }

    private static Object value(SourceRecord record, String variable) {
        return record.fields().getOrDefault(variable, List.of());
    }

    private static Object findings(LdapSource source) {
        return source.condition().findings().stream().map(Finding::key).toList();
    }

    private static Object customers(LdapSource source) throws Exception {
        CustomerIdQuery all = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, false);
        return source.customerIds(all, soon()).ids().stream().map(Position::id).toList();
    }

    private static List<Case> ofIdentity() {
        return List.of(
                Case.of("name", s -> s.description().name())
                        .answers(ABSENT, "LDAP (CustomerUser1)")
                        .answers("Staff", "Staff"),
                Case.of("slot", s -> s.description().slot())
                        .answers(ABSENT, "CustomerUser1")
                        .answers("CustomerUser3", "CustomerUser3"),
                Case.of("sourceId", s -> s.description().sourceId())
                        .answers(ABSENT, "CustomerUser1")
                        .answers("staff", "staff"),
                Case.of("vendor", s -> s.description().search().idField())
                        .answers(ABSENT, "uid")
                        .answers("active-directory", "sAMAccountName"),
                Case.of("nativeId", record("ann", one -> one.nativeId().orElse("")))
                        .answers("title", "boss")
                        .answers("roomNumber", "7"),
                Case.of("customerKey", s -> s.condition().state())
                        .with("map.4", LOGIN_IS_MAIL)
                        .answers(ABSENT, SourceState.MISCONFIGURED)
                        .answers("mail", SourceState.READY),
                Case.of("customerId", KeyCasesTest::customers)
                        .answers(ABSENT, List.of("ann@example.org", "bob@example.org", "carl@example.org"))
                        .answers("o", List.of("acme", "umbrella")),
                Case.of("map.", record("ann", one -> value(one, "UserRoom")))
                        .answers(ABSENT, List.of())
                        .answers(ROOM, List.of("7")),
                Case.of(
                                "selections.",
                                s -> s.description()
                                        .field("UserTitle")
                                        .orElseThrow()
                                        .selections())
                        .answers(ABSENT, Map.of())
                        .answers("mr:Mr.", Map.of("mr", "Mr.")));
    }

    private List<Case> ofConnections() {
        return List.of(
                Case.of("host", KeyCasesTest::everybody)
                        .answers("127.0.0.1", EVERYBODY)
                        .answers("127.0.0.2", Reason.CONNECTION),
                Case.of("port", KeyCasesTest::everybody)
                        .answers(Integer.toString(directory().port()), EVERYBODY)
                        .answers("1", Reason.CONNECTION),
                Case.of("userDn", KeyCasesTest::everybody)
                        .with("userPw", TestDirectory.ADMIN_PASSWORD)
                        .answers(ABSENT, Reason.MISCONFIGURED)
                        .answers(TestDirectory.ADMIN, EVERYBODY),
                Case.of("userPw", KeyCasesTest::everybody)
                        .with("userDn", TestDirectory.ADMIN)
                        .answers(TestDirectory.ADMIN_PASSWORD, EVERYBODY)
                        .answers("wrong", Reason.CONNECTION),
                Case.of("version", KeyCasesTest::findings)
                        .answers("3", List.of())
                        .answers("2", List.of("version")),
                Case.of("async", KeyCasesTest::findings)
                        .answers(ABSENT, List.of())
                        .answers("0", List.of("async")),
                Case.of("timeout", s -> outcome(() -> s.find("ann", Deadline.in(Duration.ofSeconds(4)))))
                        .with("port", Integer.toString(silent.port()))
                        .with("userDn", TestDirectory.ADMIN)
                        .with("userPw", TestDirectory.ADMIN_PASSWORD)
                        .answers("0.2", Reason.CONNECTION)
                        .answers("60", Reason.TIME_OUT),
                Case.of("answerTimeLimit", s -> s.description().calls().answerTimeLimit())
                        .answers(ABSENT, Duration.ofSeconds(5))
                        .answers("0.5", Duration.ofMillis(500)),
                Case.of("cacheTtl", s -> s.description().calls().cacheTtl())
                        .answers(ABSENT, Duration.ZERO)
                        .answers("60", Duration.ofSeconds(60)),
                Case.of("die", s -> s.description().calls().die())
                        .answers(ABSENT, false)
                        .answers("1", true));
    }

    private static List<Case> ofEntries() {
        return List.of(
                Case.of("baseDn", KeyCasesTest::everybody)
                        .answers(PEOPLE, EVERYBODY)
                        .answers(BELOW, List.of("carl")),
                Case.of("scope", KeyCasesTest::everybody)
                        .answers("sub", EVERYBODY)
                        .answers("one", List.of("ann", "bob"))
                        .answers("base", List.of()),
                Case.of("alwaysFilter", KeyCasesTest::everybody)
                        .answers(ABSENT, EVERYBODY)
                        .answers("(title=boss)", List.of("ann")),
                Case.of("validFilter", KeyCasesTest::everybody)
                        .answers(ABSENT, EVERYBODY)
                        .answers("(!(description=locked))", List.of("ann", "carl")),
                Case.of("groupDn", KeyCasesTest::everybody)
                        .answers(ABSENT, EVERYBODY)
                        .answers(STAFF, List.of("bob")),
                Case.of("nestedGroups", KeyCasesTest::everybody)
                        .with("groupDn", STAFF)
                        .answers(ABSENT, List.of("bob"))
                        .answers("1", List.of("bob", "carl")),
                Case.of("translateManagerTo", record("ann", one -> value(one, "UserManager")))
                        .with("map.20", MANAGER)
                        .answers(ABSENT, List.of("uid=bob," + PEOPLE))
                        .answers("initials", List.of("B")),
                Case.of("sourceCharset", record("carl", one -> value(one, "UserLastname")))
                        .answers(ABSENT, List.of("M\ufffdller"))
                        .answers("iso-8859-1", List.of("Müller")));
    }

    private List<Case> ofSearches() {
        return List.of(
                Case.of("listFields", record("ann", SourceRecord::mailString))
                        .answers("givenname, mail", "\"Jo\" <ann@example.org>")
                        .answers("sn, mail", "\"Lee\" <ann@example.org>"),
                Case.of("searchFields", s -> ids(s.search(words("boss"), soon())))
                        .answers(ABSENT, List.of())
                        .answers("title", List.of("ann")),
                Case.of("searchPrefix", s -> ids(s.search(words("nn"), soon())))
                        .with("searchFields", "uid")
                        .answers(ABSENT, List.of())
                        .answers("*", List.of("ann")),
                Case.of("searchSuffix", s -> ids(s.search(words("an"), soon())))
                        .with("searchFields", "uid")
                        .answers(ABSENT, List.of("ann"))
                        .answers("", List.of()),
                Case.of("searchListLimit", this::searchesForEverybody)
                        .answers("100", 1)
                        .answers("1", 3),
                Case.of("searchCaseSensitive", s -> s.find("ANN", soon()).isPresent())
                        .answers(ABSENT, true)
                        .answers("1", false),
                Case.of("postMasterSearchFields", s -> found(s, new Criterion.Email("acme")))
                        .answers(ABSENT, List.of())
                        .answers("o", List.of("ann", "carl")),
                Case.of("nameFields", record("ann", SourceRecord::name))
                        .answers(ABSENT, "Jo Lee")
                        .answers("title", "boss"),
                Case.of("nameFieldsJoin", record("ann", SourceRecord::name))
                        .answers(ABSENT, "Jo Lee")
                        .answers(", ", "Jo, Lee"));
    }

    private static List<Case> ofRules() {
        return List.of(
                rule("emailUniqCheck", RuleSettings::uniqueEmail)
                        .answers(ABSENT, false)
                        .answers("1", true),
                rule("customerCompanySupport", RuleSettings::companySupport)
                        .answers(ABSENT, false)
                        .answers("1", true),
                rule("excludePrimaryCustomerId", RuleSettings::withoutPrimaryCustomer)
                        .answers(ABSENT, false)
                        .answers("1", true),
                rule("adminSetPreferences", RuleSettings::adminSetsPreferences)
                        .answers(ABSENT, true)
                        .answers("0", false),
                rule("autoLoginCreation", rules -> rules.generatedLoginPrefix().isPresent())
                        .answers(ABSENT, false)
                        .answers("1", true),
                rule(
                                "autoLoginCreationPrefix",
                                rules -> rules.generatedLoginPrefix().orElse(""))
                        .with("autoLoginCreation", "1")
                        .answers(ABSENT, "auto")
                        .answers("cu", "cu"),
                rule("uniqueness", RuleSettings::uniqueness)
                        .answers(ABSENT, RuleSettings.Uniqueness.BEST_EFFORT)
                        .answers("required", RuleSettings.Uniqueness.REQUIRED),
                Case.of("readOnly", KeyCasesTest::findings)
                        .answers(ABSENT, List.of())
                        .answers("0", List.of("readOnly")));
    }

    private static Case rule(String key, Function<RuleSettings, Object> what) {
        return Case.of(key, source -> what.apply(source.description().rules()));
    }

    private Object searchesForEverybody(LdapSource source) throws Exception {
        int before = directory().searches();
        assertThat(everybody(source)).isEqualTo(EVERYBODY);
        return directory().searches() - before;
    }

    private List<Case> cases() {
        return Stream.of(ofIdentity(), ofConnections(), ofEntries(), ofSearches(), ofRules())
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> configurationsThatDifferInOneKeyAnswerDifferently() {
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.key(), () -> {
                    Map<String, Object> answers = new LinkedHashMap<>();
                    for (String value : one.answers().keySet()) {
                        answers.put(value, one.question().ask(source(configuration(one, value))));
                    }
                    assertThat(answers).isEqualTo(one.answers());
                    assertThat(new HashSet<>(answers.values())).hasSizeGreaterThan(1);
                }));
    }

    private static Map<String, String> configuration(Case one, String value) {
        Map<String, String> keys = new HashMap<>(Map.of("baseDn", PEOPLE));
        keys.putAll(one.same());
        if (!value.equals(ABSENT)) {
            keys.put(one.key().endsWith(".") ? one.key() + PREFIXED.get(one.key()) : one.key(), value);
        }
        return keys;
    }

    @Test
    void everyKeyHasACase() {
        Settings settings = new Settings(Map.of());
        new LdapSettingsReader(settings).read();
        Set<String> cases = new TreeSet<>(TlsKeysTest.KEYS);
        cases().forEach(one -> cases.add(one.key()));
        assertThat(cases).isEqualTo(new TreeSet<>(settings.keys()));
    }
}
