package org.clientele.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns of the lists: those that every list has, and those that maps add. */
class ListColumnsTest extends ScreenTest {
    private static final Pattern HEADING = Pattern.compile("<th scope=\"col\"[^>]*>(?:<a [^>]*>)?([^<]*)<");
    private static final String UGLY = "x\"y <z>${a}&'";

    @BeforeEach
    void fill() {
        screens.ldap.fields = new ArrayList<>(Samples.ldapFields());
        screens.ldap.fields.removeIf(field -> field.variable().equals("UserRoom"));
        Samples.fillCustomers(screens.companies, 2);
        Samples.fillUsers(screens.database, "anna", 2);
        Samples.fillUsers(screens.ldap, "person", 2);
    }

    @Test
    void defaultMapsGiveTheColumnsOfTheDesign() throws Exception {
        String users = browser.get("/customer-users").body();

        assertThat(headings(users))
                .containsExactly("Username", "Name", "E-mail", "Customer", "Comment", "Validity", "Source");
        assertThat(users).doesNotContain("widened", "col-further");
        assertThat(headings(browser.get("/customers").body()))
                .containsExactly("Customer ID", "Name", "City", "Comment", "Customer users", "Validity", "Source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customer-users", "/customer-users/results.frag", "/customer-users?order=-UserRoom"})
    void aRowOfTheMapIsAColumnWithItsLabelAndItsValue(String address) throws Exception {
        add(screens.database, field("UserRoom", "Room"));
        set(screens.database, "anna0001", "UserRoom", "4711");

        String page = browser.get(address).body();

        assertThat(headings(page))
                .containsExactly("Username", "Name", "E-mail", "Customer", "Comment", "Validity", "Source", "Room");
        assertThat(further(page, "anna0001"))
                .containsExactly("<td class=\"col-further\" data-label=\"Room\"><span>4711</span></td>");
        assertThat(further(page, "anna0000")).containsExactly("<td class=\"col-further\"></td>");
        assertThat(further(page, "person0000")).containsExactly("<td class=\"col-further\"></td>");
    }

    @Test
    void itsHeadingOrdersTheListByIt() throws Exception {
        add(screens.database, field("UserRoom", "Room"));
        set(screens.database, "anna0000", "UserRoom", "b");
        set(screens.database, "anna0001", "UserRoom", "a");

        String page = browser.get("/customer-users?order=UserRoom&source=CustomerUser")
                .body();

        assertThat(page.indexOf(">anna0001<")).isPositive().isLessThan(page.indexOf(">anna0000<"));
        assertThat(Browser.text(page))
                .contains("class=\"col-further\" aria-sort=\"ascending\"><a href=\"/system/console/customer-users?"
                        + "source=CustomerUser&order=-UserRoom\">Room</a>");
    }

    @Test
    void aLabelIsTranslatedAsInTheForm() throws Exception {
        add(screens.database, field("UserLanguage", "UserLanguage"));

        String german =
                browser.with("Accept-Language", "de").get("/customer-users").body();

        assertThat(headings(german)).endsWith("Quelle", "Sprache");
    }

    @Test
    void whatIsShownInFormsOnlyOrHoldsPasswordsIsNoColumn() throws Exception {
        add(screens.database, field("UserRoom", "Room", Shown.FORM, ""));
        add(screens.database, field("userpassword", "Secret"));
        set(screens.database, "anna0001", "UserRoom", "4711");

        assertThat(browser.get("/customer-users").body()).doesNotContain("col-further", "4711", "Secret");
    }

    @Test
    void oneVariableOfSeveralSourcesIsOneColumnAndEachSourceSaysWhetherItShowsIt() throws Exception {
        add(screens.database, field("UserRoom", "Room"));
        add(screens.ldap, field("UserFloor", "Floor", Shown.SHORT, ""));
        add(screens.ldap, field("UserRoom", "Office", Shown.FORM, ""));
        set(screens.database, "anna0001", "UserRoom", "4711");
        set(screens.ldap, "person0001", "UserRoom", "hidden");
        set(screens.ldap, "person0001", "UserFloor", "0");

        String page = browser.get("/customer-users").body();

        assertThat(headings(page)).endsWith("Source", "Room", "Floor");
        assertThat(headings(page)).hasSize(9).doesNotContain("Office");
        assertThat(values(page, "anna0001")).containsExactly("4711", "");
        assertThat(values(page, "person0001")).containsExactly("", "0");
    }

    @Test
    void aListOfOneSourceHasTheColumnsOfItsMapAlone() throws Exception {
        add(screens.database, field("UserRoom", "Room"));
        add(screens.ldap, field("UserFloor", "Floor"));

        assertThat(headings(browser.get("/customer-users?source=CustomerUser1").body()))
                .contains("Floor")
                .doesNotContain("Room");
    }

    @Test
    void atMostFourAreAddedInTheOrderOfTheMap() throws Exception {
        for (String name : List.of("Z", "A", "M", "B", "C")) {
            add(screens.database, field("User" + name, name));
        }
        add(screens.ldap, field("UserD", "D"));

        assertThat(headings(browser.get("/customer-users").body()))
                .containsExactly(
                        "Username", "Name", "E-mail", "Customer", "Comment", "Validity", "Source", "Z", "A", "M", "B");
    }

    @Test
    void labelsAndValuesAreText() throws Exception {
        add(screens.database, field("UserRoom", UGLY));
        set(screens.database, "anna0001", "UserRoom", UGLY);

        String page = browser.get("/customer-users").body();

        assertThat(page).doesNotContain("<z>", "${a}", "=\"x\"");
        assertThat(Browser.text(page)).contains(">" + UGLY + "</a></th>", "title=\"" + UGLY + "\">" + UGLY + "</span>");
    }

    @Test
    void severalValuesAreOneTextAndBytesTheirBeginning() throws Exception {
        String photo = "A".repeat(1_000);
        add(screens.ldap, field("UserRoom", "Room"));
        add(screens.ldap, field("UserPhoto", "Photo"));
        set(screens.ldap, "person0001", "UserRoom", "4711", "<z>", "0");
        set(screens.ldap, "person0001", "UserPhoto", photo);

        String page = browser.get("/customer-users").body();

        assertThat(values(page, "person0001")).containsExactly("4711, <z>, 0", photo.substring(0, 40) + "…");
        assertThat(page).doesNotContain(photo.substring(0, 41));
    }

    @Test
    void aSelectionIsReadByItsLabelAndALinkLeadsWhereTheRecordsDoes() throws Exception {
        add(screens.ldap, field("UserFloor", "Floor").withSelections(Map.of("2", "second floor")));
        add(screens.ldap, field("UserRoom", "Room", Shown.RECORD, "https://maps.example.com/?q={UserRoom}"));
        set(screens.ldap, "person0001", "UserFloor", "2");
        set(screens.ldap, "person0001", "UserRoom", UGLY);
        set(screens.ldap, "person0000", "UserRoom", "1", "2");

        String page = browser.get("/customer-users").body();

        assertThat(values(page, "person0001")).containsExactly("second floor", UGLY);
        assertThat(further(page, "person0001").get(1))
                .contains("<a href=\"https://maps.example.com/?q=x%22y%20%3Cz%3E%24%7Ba%7D%26%27\">");
        assertThat(values(page, "person0000")).containsExactly("", "1, 2");
        assertThat(further(page, "person0000").get(1)).doesNotContain("href");
    }

    @Test
    void aRecordThatWasJustSavedHasThemToo() throws Exception {
        add(screens.database, field("UserRoom", "Room"));
        set(screens.database, "anna0001", "UserRoom", "4711");

        String page = browser.get("/customer-users?search=anna0000&done=saved&id=anna0001")
                .body();

        assertThat(values(page, "anna0001")).containsExactly("4711");
        assertThat(page).contains("<th colspan=\"9\" scope=\"rowgroup\">");
        assertThat(headings(page)).as("and the box to pick").hasSize(8);
    }

    @Test
    void theListOfCustomersHasThoseOfItsMaps() throws Exception {
        add(screens.companies, field("CustomerCompanyBranch", "Branch"));
        set(screens.companies, "c1", "CustomerCompanyBranch", "tin");

        String page = browser.get("/customers").body();

        assertThat(headings(page))
                .containsExactly(
                        "Customer ID", "Name", "City", "Comment", "Customer users", "Validity", "Source", "Branch");
        assertThat(values(page, "C1")).containsExactly("tin");
    }

    private static List<String> headings(String page) {
        return HEADING.matcher(page)
                .results()
                .map(found -> Browser.text(found.group(1)))
                .toList();
    }

    /** The cells that maps add to the row of a record. */
    private static List<String> further(String page, String id) {
        String row = page.substring(page.lastIndexOf("<tr", page.indexOf(">" + id + "</a></th>")));
        return Pattern.compile("<td class=\"col-further\".*?</td>")
                .matcher(row.substring(0, row.indexOf("</tr>")))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static List<String> values(String page, String id) {
        return further(page, id).stream()
                .map(cell -> Browser.text(cell.replaceAll("<([^>\"]|\"[^\"]*\")*>", "")))
                .toList();
    }

    private static void add(MemorySource source, Field field) {
        List<Field> fields = new ArrayList<>(source.fields);
        fields.add(field);
        source.fields = fields;
    }

    private static void set(MemorySource source, String key, String variable, String... values) {
        Map<String, List<String>> record = new LinkedHashMap<>(source.records.get(key));
        record.put(variable, Arrays.asList(values));
        source.records.put(key, record);
    }

    private static Field field(String variable, String label) {
        return field(variable, label, Shown.RECORD, "");
    }

    private static Field field(String variable, String label, Shown shown, String link) {
        return new Field(
                variable,
                label,
                variable,
                shown,
                false,
                FieldType.VAR,
                link,
                false,
                "",
                "",
                OptionalInt.of(150),
                Map.of());
    }
}
