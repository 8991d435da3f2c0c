package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.Finding;
import org.clientele.field.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableSettingsTest {

    @Test
    void anEmptyConfigurationIsTheSampleOfTheManualPage() {
        TableSettings settings = read(Map.of());

        assertThat(settings.findings()).isEmpty();
        assertThat(settings.table()).isEqualTo("customer_user");
        assertThat(settings.access().dataSourceName()).isEqualTo("clientele");
        assertThat(settings.description().slot()).isEqualTo("CustomerUser1");
        assertThat(settings.description().fields())
                .extracting(Field::variable)
                .startsWith("UserTitle", "UserFirstname", "UserLastname", "UserLogin", "UserPassword", "UserEmail")
                .endsWith("UserComment", "ValidID")
                .hasSize(16);
        assertThat(settings.description().search().prefix()).isEqualTo("*");
        assertThat(settings.description().calls().cacheTtl()).hasDays(1);
    }

    @Test
    void anEmptyConfigurationOfCustomersHasNineRows() {
        TableSettings settings =
                TableSettings.read(Map.of("service.pid", CustomerTable.PID + "~CustomerCompany"), CustomerTable.KIND);

        assertThat(settings.findings()).isEmpty();
        assertThat(settings.description().slot()).isEqualTo("CustomerCompany");
        assertThat(settings.description().fields()).hasSize(9);
    }

    @Test
    void frameworkKeysAreNoFindings() {
        assertThat(read(Map.of(
                                "service.factoryPid",
                                CustomerUserTable.PID,
                                "felix.fileinstall.filename",
                                "file:/etc/x.cfg",
                                "component.name",
                                "x",
                                "component.id",
                                7L))
                        .findings())
                .isEmpty();
    }

    @Test
    void allFaultsAreNamedByTheirKeys() {
        TableSettings settings = read(Map.of(
                "tabel", "people",
                "map.17", "UserRoom | Room",
                "dsn", "DBI:mysql:database=customerdb;host=customerdbhost",
                "foreignDb", "maybe",
                "type", "sybase",
                "auditUserId", "x",
                "passwordFormat", "rot13",
                "customerKey", "email"));

        assertThat(settings.faulty()).isTrue();
        assertThat(settings.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::key)
                .containsExactlyInAnyOrder(
                        "tabel", "map.17", "dsn", "foreignDb", "type", "auditUserId", "passwordFormat", "customerKey");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DBI:mysql:database=customerdb;host=customerdbhost | jdbc:mariadb://customerdbhost:3306/customerdb",
                "dbi:Pg:dbname=customerdb;host=h;port=5433 | jdbc:postgresql://h:5433/customerdb",
                "DBI:mysql:customerdb | jdbc:mariadb://localhost:3306/customerdb",
                "DBI:odbc:yourdsn | jdbc:postgresql://host:5432/database",
                "DBI: | jdbc:postgresql://host:5432/database"
            })
    void aPerlDsnIsAnsweredWithTheUrlToWrite(String dsn, String url) {
        assertThat(finding(Map.of("dsn", dsn), "dsn").message()).contains(url);
    }

    @Test
    void dataSourceAndUrlExcludeEachOther() {
        assertThat(finding(Map.of("dsn", "jdbc:h2:mem:x", "dataSourceName", "clientele"), "dsn")
                        .message())
                .contains("exclude each other");
    }

    @Test
    void credentialsWithoutUrlAreAWarning() {
        assertThat(finding(Map.of("user", "x"), "user").severity()).isEqualTo(Finding.Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mariadb://h:3306/d?user=x&PassWord=s3cret",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=s3cret",
                "jdbc:oracle:thin:x/s3cret@//h:1521/d",
                "jdbc:sqlserver://h;databaseName=d;password=s3cret",
                "jdbc:postgresql://x:s3cret@h/d"
            })
    void credentialsBelongToTheirOwnKeys(String dsn) {
        Finding finding = finding(Map.of("dsn", dsn), "dsn");

        assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(finding.message()).contains("keys user and password").doesNotContain("s3cret");
    }

    @Test
    void aDatabaseUserIsNeededUnlessTheDatabaseIsEmbedded() {
        assertThat(finding(Map.of("dsn", "jdbc:postgresql://h:5432/d"), "user").severity())
                .isEqualTo(Finding.Severity.ERROR);
        assertThat(finding(Map.of("dsn", "jdbc:h2:tcp://h/d"), "user").severity())
                .isEqualTo(Finding.Severity.ERROR);
        assertThat(read(Map.of("dsn", "jdbc:h2:mem:x")).findings()).isEmpty();
    }

    @Test
    void keysAboutPersonsAreNoKeysOfCustomers() {
        Map<String, String> keys =
                Map.of("emailUniqCheck", "1", "excludePrimaryCustomerId", "0", "autoLoginCreation", "1");

        assertThat(TableSettings.read(keys, CustomerTable.KIND).findings())
                .extracting(Finding::key)
                .containsExactlyInAnyOrderElementsOf(keys.keySet());
    }

    @Test
    void aTypeThatContradictsTheUrlIsAFinding() {
        assertThat(finding(Map.of("dsn", "jdbc:h2:mem:x", "type", "mariadb"), "type")
                        .message())
                .contains("contradicts dsn", "h2");
        assertThat(read(Map.of("dsn", "jdbc:h2:mem:x", "type", "h2")).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h:5432/d?ssl=true",
                "jdbc:postgresql://[::1]:5432/d?ApplicationName=a@b",
                "jdbc:oracle:thin:@//h:1521/d",
                "jdbc:oracle:thin:@h:1521:d",
                "jdbc:sqlserver://h:1433;databaseName=d",
                "jdbc:db2://h:50000/d",
                "jdbc:derby:/data/d",
                "jdbc:derby://h:1527/d"
            })
    void aUrlWithoutCredentialsIsNoFinding(String dsn) {
        assertThat(read(Map.of("dsn", dsn, "user", "x", "password", "y")).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "map.17 § UserHash | Hash | PW | 1 | 0 | var | | 0 | |",
                "map.5 § UserHash | Hash | pw | 1 | 0 | var | | 0 | |",
                "nameFields § first_name,pw",
                "listFields § pw,email",
                "searchFields § login,Pw",
                "postMasterSearchFields § pw",
                "nativeId § pw",
                "customerId § pw",
                "customerValid § pw"
            })
    void theColumnOfThePasswordHasNoOtherUse(String key, String value) {
        assertThat(finding(Map.of(key, value), key).severity()).isEqualTo(Finding.Severity.ERROR);
    }

    @Test
    void aSourceForItselfUpgradesPasswordsAndOneOnAnotherDatabaseDoesNot() {
        assertThat(read(Map.of()).passwords()).isEqualTo(new PasswordSettings(PasswordFormat.ARGON2ID, true));
        assertThat(read(Map.of("dsn", "jdbc:h2:mem:x")).passwords().upgrade()).isFalse();
        assertThat(read(Map.of("dataSourceName", "otrs")).passwords().upgrade()).isFalse();
        assertThat(read(Map.of("passwordUpgrade", "0")).passwords().upgrade()).isFalse();
        assertThat(read(Map.of("dataSourceName", "otrs", "passwordUpgrade", "1"))
                        .passwords()
                        .upgrade())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "argon2id | ",
                "bcrypt | ",
                "sha2 | no salt",
                "sha512 | no salt",
                "sha1 | no salt",
                "md5 | millions",
                "apr1 | millions",
                "crypt | first eight"
            })
    void aWeakFormatIsAWarning(String format, String why) {
        TableSettings settings = read(Map.of("passwordFormat", format));

        assertThat(settings.passwords().format().key()).isEqualTo(format);
        assertThat(settings.faulty()).isFalse();
        assertThat(settings.findings())
                .hasSize(why == null ? 0 : 1)
                .allSatisfy(finding -> assertThat(finding.message())
                        .contains(why, "write argon2id unless another system reads the passwords"));
    }

    @Test
    void passwordsInClearAreRefusedWithAWayOut() {
        Finding finding = finding(Map.of("passwordFormat", "plain"), "passwordFormat");

        assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(finding.message()).contains("neither stored nor accepted", "docs/otrs.md", "argon2id");
    }

    @ParameterizedTest
    @CsvSource({"passwordFormat, sha2", "readOnly, 1"})
    void anUpgradeThatCannotHappenIsAWarning(String key, String value) {
        Map<String, String> keys = Map.of("passwordUpgrade", "1", key, value);

        assertThat(finding(keys, "passwordUpgrade").message()).contains("has no effect");
        assertThat(read(keys).passwords().upgrade()).isFalse();
    }

    @Test
    void customersHaveNoPasswords() {
        TableSettings settings = TableSettings.read(Map.of("passwordFormat", "sha2"), CustomerTable.KIND);

        assertThat(settings.findings()).extracting(Finding::key).containsExactly("passwordFormat");
    }

    @Test
    void secretsAreNotPrinted() {
        TableSettings settings = read(Map.of("dsn", "jdbc:h2:mem:x", "user", "sa", "password", "s3cret"));

        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void rowsMayBeArraysAsFromJson() {
        TableSettings settings = read(Map.of(
                "map.17",
                new String[] {"UserRoom", "Room", "room", "1", "0", "var", "", "0", "", ""},
                "searchFields",
                List.of("login", "room")));

        assertThat(settings.findings()).isEmpty();
        assertThat(settings.rowKeys()).containsEntry("UserRoom", "map.17");
    }

    private static Finding finding(Map<String, ?> properties, String key) {
        return read(properties).findings().stream()
                .filter(finding -> finding.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static TableSettings read(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("service.pid", CustomerUserTable.PID + "~CustomerUser1");
        return TableSettings.read(all, CustomerUserTable.KIND);
    }
}
