package org.clientele.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.StoreUnavailableException;
import org.clientele.Validity;
import org.clientele.transfer.ImportReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest extends NodeTest {
    private static final String HEADING = "UserLogin,UserFirstname,UserLastname,UserEmail,UserCustomerID";
    private static final List<String> UGLY = List.of(
            "O'Brien",
            "Ünal",
            "カス",
            "x\"y <z>",
            "${a}",
            "%_\\",
            "=1+1",
            "'=x",
            "-5",
            "+49 30",
            "@home",
            "a;b,c|d",
            "1st\n2nd",
            "x".repeat(100),
            "&amp;",
            "''");

    private Transfers transfers;

    @BeforeEach
    void transfers() {
        transfers = new Transfers(node.users());
    }

    @Test
    void eachRowIsAddedChangedUnchangedOrRefused() throws Exception {
        node.add("anna");
        node.add(SECOND, "bert", "bert@example.com");
        ImportReport report = transfers.take(HEADING + ",ValidID,Source,Nonsense\n"
                + "carl,Carl,C,carl@example.com,acme,invalid,CustomerUser1,x\n"
                + "ANNA,Anna,Last,,acme,,,\n"
                + "\n"
                + "bert,First,Last,bert@example.com,acme,valid,,\n"
                + "dora,,D,no address,acme,maybe,,\n"
                + "emil,E,E,BERT@example.com,acme,1,,\n"
                + "carl,C,C,c@example.com,acme,,,\n"
                + "fritz,F,F,f@example.com,acme,,,,surplus\n"
                + "bert,Bertram,Last,bert@example.com,acme,,,\n");
        assertThat(report).isEqualTo(new ImportReport(1, 1, 1, 5, 0, 0));
        assertThat(transfers.told)
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo("2 ADDED carl"),
                        row -> assertThat(row).isEqualTo("3 CHANGED anna"),
                        row -> assertThat(row).isEqualTo("5 UNCHANGED bert"),
                        row -> assertThat(row).startsWith("6 REFUSED dora: ").contains("required", "Valid"),
                        row -> assertThat(row).startsWith("7 REFUSED emil: ").contains("e-mail"),
                        row -> assertThat(row).isEqualTo("8 REFUSED carl: Row 2 has the same."),
                        row -> assertThat(row).startsWith("9 REFUSED fritz: ").contains("more cells"),
                        row -> assertThat(row).isEqualTo("10 REFUSED bert: Row 5 has the same."));
        assertThat(node.users().ask("carl").entry().orElseThrow().validity()).isEqualTo(Validity.INVALID);
        assertThat(node.users().ask("anna").entry().orElseThrow().value("UserEmail"))
                .contains("@example.com");
        assertThat(node.users().ask("bert").entry().orElseThrow().source()).isEqualTo(SECOND);
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() throws Exception {
        node.add("anna");
        byte[] before = transfers.give(Transfers.EVERYBODY);
        transfers.dryRun = true;
        ImportReport report = transfers.take(HEADING + "\n"
                + "carl,Carl,C,carl@example.com,acme\n"
                + "anna,Anna,,,\n"
                + "anna,,,,\n"
                + "dora,D,D,Carl@example.com,acme\n"
                + "emil,E,E,no address,acme\n");
        assertThat(report).isEqualTo(new ImportReport(1, 1, 0, 3, 0, 0));
        assertThat(transfers.give(Transfers.EVERYBODY)).isEqualTo(before);
    }

    @Test
    void whatIsExportedIsUnchangedByItsImport() throws Exception {
        fillWithUglyPeople();
        byte[] file = transfers.give(Transfers.EVERYBODY);
        assertThat(transfers.take(file)).isEqualTo(new ImportReport(0, 0, UGLY.size(), 0, 0, 0));
        transfers.emptying = true;
        assertThat(transfers.take(file)).isEqualTo(new ImportReport(0, 0, UGLY.size(), 0, 0, 0));
    }

    @Test
    void whatIsExportedMakesTheSameDirectoryElsewhere() throws Exception {
        fillWithUglyPeople();
        byte[] file = transfers.give(Transfers.EVERYBODY);
        node.execute("delete from customer_user", "delete from other_user");
        assertThat(transfers.take(file)).isEqualTo(new ImportReport(UGLY.size(), 0, 0, 0, 0, 0));
        assertThat(transfers.give(Transfers.EVERYBODY)).isEqualTo(file);
    }

    private void fillWithUglyPeople() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < UGLY.size(); i++) {
            String login = UGLY.get(i).replaceAll("[\n]", "") + i;
            node.add("CustomerUser", login, "u" + i + "@example.com");
            node.update(
                    login,
                    Map.of(
                            "UserFirstname", UGLY.get(random.nextInt(UGLY.size())),
                            "UserComment", UGLY.get(i),
                            "ValidID", Integer.toString(1 + i % 3)));
        }
    }

    @Test
    void anEmptyCellLeavesTheFieldUnlessItShallEmptyIt() throws Exception {
        node.add("anna");
        node.update("anna", Map.of("UserComment", "keeps"));
        assertThat(transfers.take("UserLogin,UserComment,ValidID\nanna,,\n").unchanged())
                .isEqualTo(1);
        transfers.emptying = true;
        assertThat(transfers.take("UserLogin,UserComment,ValidID\nanna,,\n").changed())
                .isEqualTo(1);
        assertThat(node.users().ask("anna").entry().orElseThrow().value("UserComment"))
                .isEmpty();
    }

    @Test
    void passwordsAreForNewCustomerUsersAlone() throws Exception {
        node.add("anna");
        transfers.generating = true;
        String heading = HEADING + ",UserPassword\n";
        ImportReport report = transfers.take(heading
                + "anna,First,Last,,acme,secret\n"
                + "bert,B,B,b@example.com,acme,given\n"
                + "carl,C,C,c@example.com,acme,\n"
                + "dora,D,D,d@example.com,acme," + "x".repeat(1001) + "\n");
        assertThat(report).isEqualTo(new ImportReport(2, 0, 1, 1, 0, 0));
        assertThat(transfers.results.get(1).password()).isEmpty();
        assertThat(transfers.results.get(2).password()).isPresent();
        assertThat(node.query("select count(*) from customer_user where pw is not null"))
                .containsExactly("2");
    }

    @Test
    void withoutLoginsEachRowIsSomebodyNewWhereTheSourceMakesThem() throws Exception {
        reopen(Map.of("autoLoginCreation", "1"), Map.of());
        transfers();
        String file =
                "UserFirstname,UserLastname,UserEmail,UserCustomerID\nA,A,a@example.com,acme\nB,B,b@example.com,acme\n";
        assertThat(transfers.take(file).added()).isEqualTo(2);
        assertThat(transfers.results)
                .allSatisfy(result -> assertThat(result.login()).isNotEmpty());
    }

    @Test
    void aFileWithoutLoginsIsRefusedWhereTheSourceMakesNone() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> transfers.take("UserFirstname\nA\n"))
                .withMessageContaining("login");
    }

    @Test
    void aRecordThatIsReadOnlyIsRefusedOnlyIfItWouldChange() throws Exception {
        node.add(SECOND, "bert", "bert@example.com");
        reopen(Map.of(), Map.of("readOnly", "1"));
        transfers();
        assertThat(transfers.take("UserLogin,UserFirstname\nbert,First\n").unchanged())
                .isEqualTo(1);
        for (boolean dryRun : List.of(true, false)) {
            transfers.dryRun = dryRun;
            assertThat(transfers.take("UserLogin,UserFirstname\nbert,Other\n").refused())
                    .isEqualTo(1);
            assertThat(transfers.told.get(0)).contains("read only");
        }
    }

    @Test
    void whereASourceGoesAwayTheImportEndsAndTheSameFileDoesTheRest() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        seam.before("CustomerUser1.find", () -> {
            if (calls.incrementAndGet() > 20) {
                throw away();
            }
        });
        String file = file(20);
        ImportReport cut = transfers.take(file);
        assertThat(cut.added()).isPositive().isLessThan(20);
        assertThat(cut).isEqualTo(new ImportReport(cut.added(), 0, 0, 0, 0, 20 - cut.added()));
        assertThat(transfers.told).hasSize((int) cut.added() + 1);
        assertThat(transfers.results.get((int) cut.added()).cause().orElseThrow())
                .isInstanceOf(SourceUnavailableException.class);
        seam.clear();
        node.users().refresh();
        await().atMost(Node.PATIENCE).until(() -> transfers.take(file).rows() == transfers.results.size());
        assertThat(node.query("select count(*) from customer_user")).containsExactly("20");
    }

    @Test
    void whereTheStoreGoesAwayTheImportEnds() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        seam.before("take", () -> {
            if (calls.incrementAndGet() == 5) {
                throw new StoreUnavailableException("Told to be away");
            }
        });
        assertThat(transfers.take(file(20))).isEqualTo(new ImportReport(4, 0, 0, 0, 0, 16));
        assertThat(transfers.take(file(20))).isEqualTo(new ImportReport(16, 0, 4, 0, 0, 0));
    }

    @Test
    void whereTheAnswerIsLostNobodyClaimsToKnow() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        seam.after("CustomerUser.add", () -> {
            if (calls.incrementAndGet() == 3) {
                throw away();
            }
        });
        assertThat(transfers.take(file(10))).isEqualTo(new ImportReport(2, 0, 0, 0, 1, 7));
        seam.clear();
        assertThat(node.query("select count(*) from customer_user")).containsExactly("3");
        assertThat(transfers.take(file(10))).isEqualTo(new ImportReport(7, 0, 3, 0, 0, 0));
    }

    @Test
    void whoeverFollowsItCanEndIt() throws Exception {
        transfers.goesOn = () -> transfers.results.size() < 3;
        assertThat(transfers.take(file(10))).isEqualTo(new ImportReport(3, 0, 0, 0, 0, 7));
    }

    @Test
    void anExportThatWouldLackASourceIsNone() throws Exception {
        node.add("anna");
        seam.before("CustomerUser1.search", () -> {
            throw away();
        });
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> transfers.give(Transfers.EVERYBODY))
                .withMessageContaining(SECOND);
        String without =
                new String(transfers.give(Transfers.EVERYBODY.withoutUnavailable(true)), StandardCharsets.UTF_8);
        assertThat(without).contains("anna");
    }

    static String file(int rows) {
        List<String> lines = new ArrayList<>(List.of(HEADING));
        for (int i = 0; i < rows; i++) {
            lines.add("u" + i + ",First,O'Brien " + i + ",u" + i + "@example.com,acme");
        }
        return String.join("\n", lines);
    }
}
