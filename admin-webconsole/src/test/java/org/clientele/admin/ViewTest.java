package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;
import org.junit.jupiter.api.Test;

/** What the screens make of columns of the map: shown, selections, links, read only, a storage that two rows name. */
class ViewTest extends ScreenTest {
    private static final String UGLY = "x\"y <z>${a}&'";

    @Test
    void aRecordShowsWhatIsInFormsOnlyTooWhereOneLooksForIt() throws Exception {
        map(
                screens.ldap,
                row("UserCustomerID", Shown.FORM),
                row("UserRoom", Shown.RECORD),
                row("UserNote", Shown.FORM));
        person(screens.ldap, Map.of("UserCustomerID", "C1", "UserRoom", "0", "UserNote", "likes tea"));

        String page = browser.get("/customer-users/edit?login=jdoe").body();

        assertThat(page).doesNotContain("UserShift");
        assertThat(group(page, "Sign-in and customer")).contains("<dd>C1</dd>");
        assertThat(group(page, "Further details"))
                .contains("<dt>UserRoom</dt>\n<dd>0</dd>")
                .contains("likes tea");
    }

    @Test
    void ofBytesTheBeginningIsShown() throws Exception {
        String photo = Base64.getEncoder().encodeToString(new byte[1_000]);
        String text = "word ".repeat(200).strip();
        map(screens.ldap, row("UserPhoto", Shown.RECORD), row("UserNote", Shown.RECORD));
        person(screens.ldap, Map.of("UserPhoto", photo, "UserNote", text));

        String page = browser.get("/customer-users/edit?login=jdoe").body();

        assertThat(page)
                .contains("<dd>" + photo.substring(0, 40) + "…</dd>")
                .doesNotContain(photo.substring(0, 41))
                .contains("<dd>" + text + "</dd>");
    }

    @Test
    void inJsonBytesAreWhole() throws Exception {
        byte[] bytes = new byte[1_000];
        new Random(1).nextBytes(bytes);
        map(screens.ldap, row("UserPhoto", Shown.RECORD));
        person(screens.ldap, Map.of("UserPhoto", Base64.getEncoder().encodeToString(bytes)));

        String record = browser.get("/customer-users/user.json?login=jdoe").body();
        String list = browser.get("/customer-users.json?search=jdoe").body();

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(record).at("/fields/UserPhoto").binaryValue()).isEqualTo(bytes);
        assertThat(json.readTree(list).at("/rows/0/fields/UserPhoto").binaryValue())
                .isEqualTo(bytes);
    }

    @Test
    void aLinkIsShownInTheRecordWithEveryValueEncoded() throws Exception {
        map(
                screens.ldap,
                linked("UserRoom", "https://maps.example.com/?q={UserRoom}", "_blank", "map wide"),
                linked("UserFloor", "floors/{UserFloor}", "", ""),
                linked("UserShift", "tel:{UserPhone}", "", ""));
        person(screens.ldap, Map.of("UserRoom", UGLY, "UserFloor", "2", "UserShift", "late"));

        String page = browser.get("/customer-users/edit?login=jdoe").body();

        assertThat(page)
                .contains("href=\"https://maps.example.com/?q=x%22y%20%3Cz%3E%24%7Ba%7D%26%27\"")
                .contains("class=\"map wide\" target=\"_blank\" rel=\"noopener\"")
                .doesNotContain("<z>")
                .doesNotContain("${a}")
                .doesNotContain("floors/2")
                .doesNotContain("tel:");

        screens.users.linkAddress = Optional.of(URI.create("https://desk.example.com/otobo/"));
        assertThat(browser.get("/customer-users/edit?login=jdoe").body())
                .contains("<a href=\"https://desk.example.com/otobo/floors/2\">2</a>");
    }

    @Test
    void aLinkIsShownInTheList() throws Exception {
        map(screens.ldap, linked("UserEmail", "mailto:{UserEmail}", "", ""));
        person(screens.ldap, Map.of());
        person(screens.database, "plain", Map.of());

        String page = browser.get("/customer-users").body();

        assertThat(page).contains("<a href=\"mailto:jdoe@example.com\">jdoe@<wbr>example.com</a>");
        assertThat(page).contains("plain@<wbr>example.com").doesNotContain("mailto:plain");
    }

    @Test
    void aValueThatIsALinkItselfLeadsToTheWebOrNowhere() throws Exception {
        map(screens.ldap, linked("UserSite", "{UserSite}", "", ""), linked("UserBlog", "{UserBlog}", "", ""));
        person(screens.ldap, Map.of("UserSite", "https://x.example/?a='1'&b", "UserBlog", "javascript:alert(1)"));

        String page = browser.get("/customer-users/edit?login=jdoe").body();

        assertThat(page)
                .contains("<a href=\"https://x.example/?a=&#39;1&#39;&amp;b\">")
                .contains("<dd>javascript:alert(1)</dd>")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void aSelectionIsReadByItsLabel() throws Exception {
        Map<String, String> floors = new LinkedHashMap<>(Map.of("2", "second floor"));
        map(screens.ldap, row("UserFloor", Shown.RECORD).withSelections(floors));
        person(screens.ldap, Map.of("UserFloor", "2"));

        assertThat(browser.get("/customer-users/edit?login=jdoe").body()).contains("<dd>second floor</dd>");
    }

    @Test
    void aReadOnlyFieldIsEnteredOnceAndTextAfterwards() throws Exception {
        map(screens.database, readOnly("UserRoom"));
        person(screens.database, Map.of("UserRoom", "4711"));

        assertThat(browser.get("/customer-users/add").body()).contains("name=\"UserRoom\"");
        assertThat(browser.get("/customer-users/edit?login=jdoe").body())
                .doesNotContain("name=\"UserRoom\"")
                .contains("4711");
    }

    @Test
    void ofTwoRowsWithOneStorageTheFirstIsEntered() throws Exception {
        Field alias = field("UserAlias", "UserEmail", Shown.RECORD, "", false, "", "");
        map(screens.database, alias);
        person(screens.database, Map.of("UserAlias", "jdoe@example.com"));

        assertThat(browser.get("/customer-users/add").body())
                .contains("name=\"UserEmail\"")
                .doesNotContain("UserAlias");
        assertThat(browser.get("/customer-users/edit?login=jdoe").body())
                .doesNotContain("name=\"UserAlias\"")
                .contains("<span class=\"label\">UserAlias</span>");
    }

    @Test
    void aRefusedValueIsNamedInGermanWithTheLabelOfTheForm() throws Exception {
        Map<String, String> form =
                Browser.form(browser.get("/customer-users/add").body());
        form.put("UserLogin", "jdoe");
        form.put("UserFirstname", "J".repeat(101));
        form.put("UserEmail", "nowhere");

        String page = browser.with("Accept-Language", "de")
                .post("/customer-users/add", form)
                .body();

        assertThat(page)
                .contains("Vorname hat 101 Zeichen; höchstens 100 passen.")
                .contains("Nachname ist eine Pflichtangabe.")
                .contains("Das ist keine E-Mail-Adresse wie name@example.com.")
                .doesNotContain("is required");
    }

    private static String group(String page, String heading) {
        String start = page.substring(page.indexOf("<h3>" + heading + "</h3>"));
        return start.substring(0, start.indexOf("</section>"));
    }

    private static void map(MemorySource source, Field... more) {
        List<Field> fields = new ArrayList<>(source.fields);
        for (Field field : more) {
            fields.removeIf(old -> old.variable().equals(field.variable()));
            fields.add(field);
        }
        source.fields = fields;
    }

    private static void person(MemorySource source, Map<String, String> more) {
        person(source, "jdoe", more);
    }

    private static void person(MemorySource source, String login, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "UserLogin", login, "UserFirstname", "Jo", "UserLastname", "Doe", "UserEmail", login + "@example.com"));
        values.putAll(more);
        Samples.put(source, login, values);
    }

    private static Field row(String variable, Shown shown) {
        return field(variable, variable, shown, "", false, "", "");
    }

    private static Field readOnly(String variable) {
        return field(variable, variable, Shown.RECORD, "", true, "", "");
    }

    private static Field linked(String variable, String link, String target, String classes) {
        return field(variable, variable, Shown.RECORD, link, false, target, classes);
    }

    private static Field field(
            String variable,
            String storage,
            Shown shown,
            String link,
            boolean readOnly,
            String target,
            String classes) {
        return new Field(
                variable,
                variable,
                storage,
                shown,
                false,
                FieldType.VAR,
                link,
                readOnly,
                target,
                classes,
                OptionalInt.of(150),
                Map.of());
    }
}
