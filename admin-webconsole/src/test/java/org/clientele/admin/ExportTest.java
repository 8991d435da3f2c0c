package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.clientele.Outcome;
import org.clientele.Validity;
import org.junit.jupiter.api.Test;

class ExportTest extends ScreenTest {

    @Test
    void theFileHasExactlyTheFilteredList() throws Exception {
        Samples.fillUsers(screens.database, "anna", 1500);
        Samples.fillUsers(screens.ldap, "person", 20);
        assertThat(rows("")).hasSize((int) (1520 - invalid()));
        assertThat(rows("?includeInvalid=1")).hasSize(1520);
        assertThat(rows("?includeInvalid=1&source=CustomerUser1")).hasSize(20).allMatch(row -> row.contains("person"));
        assertThat(rows("?includeInvalid=1&search=anna000")).hasSize(10);
        assertThat(rows("?login=anna0001")).hasSize(1);
        assertThat(browser.get("/customer-users?includeInvalid=1&search=anna").body())
                .contains("/customer-users/export.csv?search=anna&amp;includeInvalid=1");
    }

    private long invalid() {
        return screens.database.records.values().stream()
                        .filter(record -> MemoryDirectory.validity(record) != Validity.VALID)
                        .count()
                + screens.ldap.records.values().stream()
                        .filter(record -> MemoryDirectory.validity(record) != Validity.VALID)
                        .count();
    }

    @Test
    void cellsAreNoFormulasAndThereAreNoPasswords() throws Exception {
        screens.database.put(
                "=cmd|'/C calc'!A0",
                Map.of(
                        "UserLogin", List.of("=cmd|'/C calc'!A0"),
                        "UserFirstname", List.of("@x\"y <z>"),
                        "UserLastname", List.of("${a}"),
                        "UserPassword", List.of("hash")));
        HttpResponse<String> file = browser.get("/customer-users/export.csv");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"customer-users.csv\"");
        assertThat(file.body())
                .startsWith("\uFEFF")
                .contains("'=cmd|'/C calc'!A0", "\"'@x\"\"y <z>\"", "${a}", ",valid,CustomerUser\r\n")
                .doesNotContain("UserPassword", "hash");
    }

    @Test
    void aSourceThatIsMissingIsSaidBeforeThereIsAFile() throws Exception {
        Samples.fillUsers(screens.database, "anna", 3);
        screens.ldap.fail(Outcome.FAILED, "no route to host");
        HttpResponse<String> refused = browser.get("/customer-users/export.csv?search=anna");
        assertThat(refused.statusCode()).isEqualTo(303);
        HttpResponse<String> page = browser.follow(refused);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("No file was made", "no route to host")
                .contains("/customer-users/export.csv?search=anna&amp;withoutUnavailable=1");
        HttpResponse<String> without = browser.get("/customer-users/export.csv?search=anna&withoutUnavailable=1");
        assertThat(without.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"customer-users-incomplete.csv\"");
        screens.ldap.recover();
        assertThat(browser.follow(refused).body()).contains("All sources answer again.");
    }

    @Test
    void aFileWhoseSourceGoesAwayMidwayDoesNotEndLikeAWholeOne() {
        Samples.fillUsers(screens.database, "anna", 2500);
        screens.users.failsAfterPages = 2;
        assertThatThrownBy(() -> browser.get("/customer-users/export.csv?includeInvalid=1"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aMisspeltFilterIsRefused() throws Exception {
        assertThat(browser.get("/customer-users/export.csv?serach=anna").statusCode())
                .isEqualTo(422);
    }

    @Test
    void customersAreExportedAsWell() throws Exception {
        Samples.fillCustomers(screens.companies, 3);
        assertThat(browser.get("/customers/export.csv").body().lines().toList())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("\uFEFFCustomerID,")
                .endsWith(",ValidID,Source");
    }

    private List<String> rows(String query) throws Exception {
        HttpResponse<String> file = browser.get("/customer-users/export.csv" + query);
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body().lines().skip(1).filter(line -> line.contains("@")).toList();
    }
}
