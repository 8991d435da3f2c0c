package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.backend.ldap.ValuesContract.MANAGER;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.spi.Deadline;
import org.clientele.spi.TestRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The test of a directory before its configuration is saved, step by step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TestableLdapContract {
    private static final int MANY = 1_003;

    static final String THERE = "ou=there," + TestDirectory.BASE;

    abstract TestDirectory directory();

    /** A second server of the same kind. */
    abstract TestDirectory another() throws Exception;

    @BeforeEach
    void prepare() throws Exception {
        LdapLibrary.start();
        directory()
                .load(Person.entries(
                        person(1, "O'Brien").with("description", "locked"), person(2, "Ünal"), person(3, "カス")));
    }

    static Person person(int number, String uid) throws Exception {
        return Person.of(number, uid).with("givenName", "Jo").with("mail", "person" + number + "@example.org");
    }

    final String here() {
        return "127.0.0.1:" + directory().port();
    }

    static String nowhere() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }

    static List<TestStep> test(String hosts, String... more) {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                hosts,
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "one",
                "userDn",
                TestDirectory.ADMIN,
                "userPw",
                TestDirectory.ADMIN_PASSWORD));
        for (int i = 0; i < more.length; i += 2) {
            draft.put(more[i], more[i + 1]);
        }
        List<TestStep> steps = new ArrayList<>();
        new TestableLdap().test(draft, new TestRun(Deadline.in(Duration.ofSeconds(30)), steps::add));
        assertThat(said(steps)).doesNotContain(String.valueOf(draft.get("userPw")));
        return steps;
    }

    static TestStep step(List<TestStep> steps, String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String results(List<TestStep> steps) {
        return String.join(
                " ",
                steps.stream()
                        .map(step -> step.name() + "=" + step.result().key())
                        .toList());
    }

    /** All that people see. */
    private static String said(List<TestStep> steps) {
        return String.join(
                "\n",
                steps.stream()
                        .flatMap(step ->
                                Stream.concat(Stream.of(step.toString(), step.message()), step.details().stream()))
                        .toList());
    }

    @Test
    void aDirectoryThatFitsPassesWithItsFirstEntries() {
        List<TestStep> steps = test(here(), "validFilter", "(!(description=locked))", "alwaysFilter", "(mail=*)");
        assertThat(results(steps))
                .isEqualTo("settings=passed name-resolution=passed connect=passed bind=passed root=passed base=passed"
                        + " filters=passed entries=passed");
        assertThat(step(steps, "name-resolution").message()).isEqualTo("127.0.0.1 is 127.0.0.1");
        assertThat(step(steps, "bind").message()).endsWith(" lets " + TestDirectory.ADMIN + " in");
        assertThat(step(steps, "root").details()).contains("It delivers lists in pages");
        assertThat(step(steps, "filters").message())
                .isEqualTo("3 entries with uid below baseDn that match alwaysFilter");
        assertThat(step(steps, "filters").details()).containsExactly("2 entries of them that match validFilter");
        assertThat(step(steps, "entries").details())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("カス: ")
                        .contains("UserFirstname = Jo", "UserEmail = person3@example.org"));
    }

    @Test
    void aNameThatNobodyKnowsAndAPortThatNobodyListensAtAreToldApart() throws Exception {
        List<TestStep> unknown = test("no-such-host.invalid");
        // warned of a password that would travel in clear
        assertThat(results(unknown))
                .isEqualTo("settings=warned name-resolution=failed connect=skipped bind=skipped root=skipped"
                        + " base=skipped filters=skipped entries=skipped");
        assertThat(step(unknown, "name-resolution").message()).contains("no-such-host.invalid is not known");
        List<TestStep> refused = test(nowhere());
        assertThat(results(refused)).startsWith("settings=passed name-resolution=passed connect=failed bind=skipped");
        assertThat(step(refused, "connect").message()).contains("cannot be reached: Connection refused");
    }

    @Test
    void aWrongPasswordIsAFailedBind() {
        List<TestStep> steps = test(here(), "userPw", "planted-wrong");
        assertThat(results(steps)).endsWith("bind=failed root=skipped base=skipped filters=skipped entries=skipped");
        assertThat(step(steps, "bind").message()).contains("refused the sign-in of userDn");
    }

    @Test
    void everyServerIsLookedAtAndTheFirstThatAnswersIsAsked() throws Exception {
        List<TestStep> steps = test(nowhere() + " " + here());
        assertThat(results(steps))
                .startsWith("settings=passed name-resolution=passed connect=failed name-resolution=passed"
                        + " connect=passed bind=passed")
                .endsWith("entries=passed");
    }

    @Test
    void aBaseThatIsNotThereIsNamedByItsKey() {
        List<TestStep> base = test(here(), "baseDn", "ou=nowhere," + TestDirectory.BASE);
        assertThat(results(base)).endsWith("base=failed filters=skipped entries=skipped");
        assertThat(step(base, "base").message()).contains("has no entry baseDn");
        List<TestStep> group = test(here(), "groupDn", "cn=nobody," + TestDirectory.BASE);
        assertThat(step(group, "base").message()).contains("has no entry groupDn");
    }

    @Test
    void aBadFilterIsAFaultOfTheSettings() {
        List<TestStep> steps = test(here(), "alwaysFilter", "(mail=*", "validFilter", "(x)");
        assertThat(results(steps))
                .startsWith("settings=failed name-resolution=skipped")
                .endsWith("entries=skipped");
        assertThat(step(steps, "settings").details()).hasSize(2).allMatch(line -> line.contains("is no LDAP filter"));
    }

    @Test
    void aFilterThatMatchesNobodyIsAWarning() {
        List<TestStep> steps = test(here(), "validFilter", "(description=never)");
        assertThat(step(steps, "filters").result()).isEqualTo(Result.WARNED);
        assertThat(step(steps, "filters").details())
                .contains("None of them matches validFilter, so that nobody is valid");
        assertThat(step(test(here(), "alwaysFilter", "(description=never)"), "filters")
                        .details())
                .anyMatch(line -> line.startsWith("Nobody is shown"));
    }

    @Test
    void entriesWithoutALoginAreCountedAndRecordsWithoutARequiredFieldAreShownAsSuch() throws Exception {
        Entry keyless = person(4, "x").entry();
        keyless.removeAttribute("uid");
        directory().load(List.of(Person.of(5, "bare").entry(), keyless));
        List<TestStep> steps = test(here());
        assertThat(step(steps, "filters").result()).isEqualTo(Result.PASSED);
        assertThat(step(steps, "filters").details())
                .containsExactly("1 entry without uid (customerKey), such as organizational units; not shown");
        assertThat(step(steps, "entries").details())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("bare: ")
                        .endsWith("; without UserFirstname, UserEmail, UserCustomerID"));
    }

    @Test
    void whoIsNotInTheGroupIsSaid() throws Exception {
        List<Entry> people = Person.entries(person(1, "ann"), person(2, "bob"));
        directory()
                .load(Stream.concat(people.stream(), Stream.of(GroupContract.group("memberUid", "bob")))
                        .toList());
        TestStep some = step(test(here(), "groupDn", GroupContract.GROUP), "entries");
        assertThat(some.result()).isEqualTo(Result.PASSED);
        assertThat(some.details()).hasSize(2).contains("ann is not in groupDn; not shown");
        directory()
                .load(Stream.concat(people.stream(), Stream.of(GroupContract.group("memberUid", "zoe")))
                        .toList());
        TestStep nobody = step(test(here(), "groupDn", GroupContract.GROUP), "entries");
        assertThat(nobody.result()).isEqualTo(Result.WARNED);
        assertThat(nobody.details())
                .contains("None of them is in groupDn; check its members, and what userDn may see of them");
    }

    @Test
    void countingEndsAtAThousandAndSoDoesALimitOfTheServer() throws Exception {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(person(i, "user" + i).entry());
        }
        directory().load(many);
        List<TestStep> steps = test(here());
        assertThat(step(steps, "filters").message()).isEqualTo("more than 1,000 entries with uid below baseDn");
        assertThat(step(steps, "entries").details()).hasSize(5);
    }

    /** The first server has {@code near} and refers to the other one for {@code far}. */
    void refer(TestDirectory other) throws Exception {
        Entry reference = new Entry(THERE);
        reference.addAttribute("objectClass", "referral", "extensibleObject");
        reference.addAttribute("ref", "ldap://127.0.0.1:" + other.port() + "/" + TestDirectory.BASE);
        directory().load(List.of(person(1, "near").entry(), reference));
        other.load(Person.entries(person(2, "far")));
    }

    @Test
    void whatIsOnAnotherServerIsFollowedAsTheSourceDoes() throws Exception {
        try (TestDirectory other = another()) {
            refer(other);
            String[] follow = {"referrals", "follow", "referralHosts", "127.0.0.1:" + other.port(), "scope", "sub"};
            List<TestStep> part = test(here(), follow);
            assertThat(step(part, "filters").message()).isEqualTo("2 entries with uid below baseDn");
            assertThat(step(part, "filters").result()).isEqualTo(Result.PASSED);
            assertThat(step(part, "entries").details())
                    .extracting(line -> line.substring(0, line.indexOf(':')))
                    .containsExactly("near", "far");
        }
    }

    @Test
    void aBaseThatIsOnAnotherServerIsFollowedAsTheSourceDoes() throws Exception {
        try (TestDirectory other = another()) {
            refer(other);
            List<TestStep> whole =
                    test(here(), "referrals", "follow", "referralHosts", "127.0.0.1:" + other.port(), "baseDn", THERE);
            assertThat(results(whole)).endsWith("base=passed filters=passed entries=passed");
            assertThat(step(whole, "filters").message()).isEqualTo("1 entry with uid below baseDn");
            assertThat(step(whole, "entries").details())
                    .singleElement()
                    .asString()
                    .startsWith("far: ");
        }
    }

    @Test
    void whatIsOnAnotherServerAndNotFollowedIsSaidAsTheSourceDoes() throws Exception {
        try (TestDirectory other = another()) {
            refer(other);
            List<TestStep> part = test(here(), "scope", "sub");
            assertThat(step(part, "filters").message()).isEqualTo("1 entry with uid below baseDn");
            assertThat(step(part, "filters").result()).isEqualTo(Result.WARNED);
            assertThat(step(part, "filters").details())
                    .last()
                    .asString()
                    .startsWith("referrals is ignore, and the server has a part of its directory on ldap://127.0.0.1:");
        }
    }

    @Test
    void aBaseThatIsOnAnotherServerAndNotFollowedIsSaidAsTheSourceDoes() throws Exception {
        try (TestDirectory other = another()) {
            refer(other);
            List<TestStep> whole = test(here(), "baseDn", THERE);
            assertThat(results(whole)).endsWith("base=failed filters=skipped entries=skipped");
            assertThat(step(whole, "base").message())
                    .startsWith("The entry baseDn is on another server: ldap://127.0.0.1:" + other.port())
                    .contains("referrals = follow and referralHosts");
            List<TestStep> unlisted =
                    test(here(), "baseDn", THERE, "referrals", "follow", "referralHosts", "ldap.example.com");
            assertThat(step(unlisted, "base").message()).contains("referralHosts does not list 127.0.0.1");
        }
    }

    @Test
    void aServerThatIsReferredToAndAwayIsAWarningAndTheRestIsShown() throws Exception {
        String away = nowhere();
        Entry reference = new Entry(THERE);
        reference.addAttribute("objectClass", "referral", "extensibleObject");
        reference.addAttribute("ref", "ldap://" + away + "/" + TestDirectory.BASE);
        directory().load(List.of(person(1, "near").entry(), reference));
        List<TestStep> steps = test(here(), "referrals", "follow", "referralHosts", away, "scope", "sub");
        assertThat(step(steps, "filters").message()).isEqualTo("at least 1 entry with uid below baseDn");
        assertThat(step(steps, "filters").details())
                .anyMatch(
                        line -> line.startsWith("referralHosts lists lack what is on another server: ldap://" + away));
        assertThat(step(steps, "entries").details()).singleElement().asString().startsWith("near: ");
    }

    @Test
    void managersAreShownAsTheSourceShowsThem() throws Exception {
        directory()
                .load(Person.entries(
                        person(1, "ann").with("manager", "employeeNumber=9," + TestDirectory.BASE),
                        person(2, "cyd").with("manager", "employeeNumber=77," + TestDirectory.BASE),
                        person(9, "boss").with("sn", "O'Brien")));
        List<String> byName = step(test(here(), "map.10", MANAGER, "translateManagerTo", "sn"), "entries")
                .details();
        assertThat(byName).anyMatch(line -> line.startsWith("ann: ") && line.contains("UserManager = O'Brien"));
        assertThat(byName).anyMatch(line -> line.startsWith("cyd: ") && !line.contains("UserManager"));
        assertThat(step(test(here(), "map.10", MANAGER), "entries").details())
                .anyMatch(line -> line.contains("UserManager = employeeNumber=77," + TestDirectory.BASE));
    }
}
