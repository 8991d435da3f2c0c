package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.Outcome;
import org.clientele.transfer.CsvReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportTest extends ScreenTest {
    private static final String HEADING = "Username,First name,UserLastname,E-Mail,UserCustomerID";
    private static final String PEOPLE = HEADING + "\n"
            + "new1,カス,\"x\"\"y <z>\",new1@example.com,C1\n"
            + "anna0001,${a},Adler,,\n"
            + "new2,,O'Brien,new2@example.com,C1\n";
    private static final Pattern CHOSEN =
            Pattern.compile("<select name=\"(column-\\d+)\"[^>]*>\\s*((?:(?!</select>).)*)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    @BeforeEach
    void fill() {
        Samples.fillCustomers(screens.companies, 3);
        Samples.fillUsers(screens.database, "anna", 3);
    }

    @Test
    void theColumnsAreGuessedFromNamesAndLabelsInBothLanguages() throws Exception {
        String page = columns("Benutzername;First name;userlastname;E-Mail;Unsinn\na;b;c;d;=1\n");
        assertThat(form(page))
                .containsEntry("column-0", "UserLogin")
                .containsEntry("column-1", "UserFirstname")
                .containsEntry("column-2", "UserLastname")
                .containsEntry("column-3", "UserEmail")
                .containsEntry("column-4", "");
        assertThat(page).contains("<option value=\"semicolon\" selected", "<li>=1</li>", "one row");
    }

    @Test
    void aFileIsCheckedFirstAndThenImported() throws Exception {
        String address = uploaded(PEOPLE);
        String check = run(browser.post(address, form(page(address))));
        assertThat(check).contains("Check of the file", "Row 4".replace("Row ", ">"), "First name is required");
        assertThat(tallies(check)).isEqualTo(Map.of("added", "1", "changed", "1", "unchanged", "0", "refused", "1"));
        assertThat(screens.database.records).doesNotContainKey("new1");

        HttpResponse<String> begun = browser.post(address.replace("columns", "begin"), Map.of("token", token()));
        String done = run(begun);
        assertThat(done).contains("<h2>Imported</h2>");
        assertThat(tallies(done)).isEqualTo(Map.of("added", "1", "changed", "1", "unchanged", "0", "refused", "1"));
        assertThat(MemoryDirectory.value(screens.database.records.get("new1"), "UserFirstname"))
                .isEqualTo("カス");
        assertThat(MemoryDirectory.value(screens.database.records.get("anna0001"), "UserFirstname"))
                .isEqualTo("${a}");

        String again = run(browser.post(address.replace("columns", "begin"), Map.of("token", token())));
        assertThat(tallies(again)).isEqualTo(Map.of("added", "0", "changed", "0", "unchanged", "2", "refused", "1"));
    }

    @Test
    void refusedRowsAreDownloadedMendedAndImportedAgain() throws Exception {
        String address = uploaded(PEOPLE);
        run(browser.post(address, form(page(address))));
        HttpResponse<String> errors = browser.get(address.replace("columns", "errors.csv"));
        assertThat(errors.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"errors.csv\"");
        assertThat(errors.body())
                .isEqualTo(
                        "\uFEFFError," + HEADING + "\r\nFirst name is required.,new2,,O'Brien,new2@example.com,C1\r\n");
        String mended = uploaded(errors.body().replace("new2,,", "new2,Ünal,"));
        assertThat(tallies(run(browser.post(mended, form(page(mended)))))).containsEntry("added", "1");
    }

    @Test
    void nothingIsLostWhereTheColumnsCannotBeTakenSo() throws Exception {
        String address = uploaded(PEOPLE);
        Map<String, String> form = form(page(address));
        form.put("column-0", "");
        form.put("column-1", "UserComment");
        form.put("emptying", "1");
        HttpResponse<String> refused = browser.post(address, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose the column that has the login.");
        form.put("column-0", "UserComment");
        refused = browser.post(address, form);
        assertThat(refused.body()).contains("Comment is chosen for two columns.");
        assertThat(form(refused.body()))
                .containsEntry("column-0", "UserComment")
                .containsEntry("column-1", "UserComment");
        assertThat(refused.body()).contains("name=\"emptying\" type=\"checkbox\" value=\"1\" checked");
    }

    @Test
    void anotherSeparatorReadsTheFileAgain() throws Exception {
        String address = uploaded("UserLogin,UserFirstname;UserLastname\na,b;c\n");
        Map<String, String> form = form(page(address));
        form.put("separator", "semicolon");
        form.put("again", "1");
        String page = browser.follow(browser.post(address, form)).body();
        assertThat(page).contains("UserLogin,UserFirstname</th>").contains("<option value=\"semicolon\" selected");
    }

    @Test
    void filesThatCannotBeReadAreRefusedWithTheRow() throws Exception {
        assertRefused("a,b\n\"x\"y,1\n", 422, "row 2");
        assertRefused("", 422, "has no heading");
        assertRefused("a\n" + ",".repeat(CsvReader.MOST_COLUMNS) + "\n", 422, "Row 2 has too many columns");
        HttpResponse<String> none =
                browser.upload("/customer-users/import", FileUpload.of(Map.of("token", token()), "", ""));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose a file.");
    }

    @Test
    void aFileThatIsTooBigIsRefusedWithAPage() throws Exception {
        String line = "x".repeat(1023) + "\n";
        assertRefused("a\n" + line.repeat(63_000), 413, "more than 64 MB");
    }

    @Test
    void aFileWithoutProofOfItsOriginIsNotTaken() throws Exception {
        FileUpload upload = FileUpload.of(Map.of("token", "forged"), "people.csv", PEOPLE);
        assertThat(browser.without("Origin")
                        .upload("/customer-users/import", upload)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.with("Origin", "http://evil.example")
                        .upload("/customer-users/import", upload)
                        .statusCode())
                .isEqualTo(403);
        assertThat(screens.imports.toString()).isEqualTo("{}");
    }

    @Test
    void theFileOfAnotherAdministratorIsNotThere() throws Exception {
        String address = uploaded(PEOPLE);
        assertThat(browser.with("X-User", "other").get(address).statusCode()).isEqualTo(404);
        assertThat(browser.get("/customer-users/import").body()).contains("people.csv");
        assertThat(browser.with("X-User", "other").get("/customer-users/import").body())
                .doesNotContain("people.csv");
    }

    @Test
    void whereTheSourceGoesAwayTheImportEndsAndCanGoOn() throws Exception {
        String address = uploaded(PEOPLE);
        run(browser.post(address, form(page(address))));
        screens.database.fail(Outcome.FAILED, "gone");
        String ended = run(browser.post(address.replace("columns", "begin"), Map.of("token", token())));
        assertThat(ended).contains("The import ended early", "Go on with the same file");
        assertThat(tallies(ended)).containsEntry("notReached", "3").containsEntry("added", "0");
        screens.database.recover();
        assertThat(tallies(run(browser.post(address.replace("columns", "begin"), Map.of("token", token())))))
                .containsEntry("added", "1");
    }

    @Test
    void generatedPasswordsAreDownloadedOnce() throws Exception {
        String address = uploaded(PEOPLE);
        Map<String, String> form = form(page(address));
        form.put("generating", "1");
        run(browser.post(address, form));
        String done = run(browser.post(address.replace("columns", "begin"), Map.of("token", token())));
        assertThat(done).contains("Passwords were generated.");
        String once = address.replace("columns", "passwords.csv");
        HttpResponse<String> passwords = browser.post(once, Map.of("token", token()));
        assertThat(passwords.body()).contains("new1," + screens.database.passwords.get("new1"));
        assertThat(browser.post(once, Map.of("token", token())).statusCode()).isEqualTo(404);
        assertThat(browser.get(address.replace("columns", "run")).body()).doesNotContain("Passwords were generated.");
    }

    @Test
    void aDiscardedFileIsGone() throws Exception {
        String address = uploaded(PEOPLE);
        assertThat(browser.post(address.replace("columns", "discard"), Map.of("token", token()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(address).statusCode()).isEqualTo(404);
        assertThat(browser.get(address).body()).contains("This file is not kept any more");
    }

    private void assertRefused(String content, int status, String message) throws Exception {
        HttpResponse<String> refused = browser.upload(
                "/customer-users/import", FileUpload.of(Map.of("token", token()), "people.csv", content));
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(Browser.text(refused.body())).contains(message);
    }

    private String columns(String content) throws Exception {
        return page(uploaded(content));
    }

    /** @return the address of the page that asks for the columns */
    private String uploaded(String content) throws Exception {
        HttpResponse<String> taken = browser.upload(
                "/customer-users/import", FileUpload.of(Map.of("token", token()), "C:\\files\\people.csv", content));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        return taken.headers().firstValue("Location").orElseThrow().replaceFirst("^/system/console", "");
    }

    private String page(String address) throws Exception {
        HttpResponse<String> page = browser.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    /** The page of a run when it is over. */
    private String run(HttpResponse<String> started) throws Exception {
        assertThat(started.statusCode()).as(started.body()).isEqualTo(303);
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String page = browser.follow(started).body();
        while (page.contains("id=\"progress\"") && System.nanoTime() < until) {
            page = browser.follow(started).body();
        }
        return page;
    }

    private String token() {
        return screens.tokens.issue("karaf");
    }

    private static Map<String, String> form(String page) {
        Map<String, String> form = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.putIfAbsent(hidden.group(1), Browser.text(hidden.group(2)));
        }
        Matcher select = CHOSEN.matcher(page);
        while (select.find()) {
            Matcher option = OPTION.matcher(select.group(2));
            form.put(select.group(1), option.find() ? option.group(1) : "");
        }
        return form;
    }

    private static Map<String, String> tallies(String page) {
        Map<String, String> tallies = new HashMap<>();
        Matcher tally = Pattern.compile("class=\"tally (\\w+)[^\"]*\"><dt>[^<]*</dt><dd>([^<]*)</dd>")
                .matcher(page);
        while (tally.find()) {
            tallies.put(tally.group(1), tally.group(2));
        }
        return tallies;
    }
}
