package org.clientele.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTemplateTest {
    private static final Optional<URI> BASE = Optional.of(URI.create("https://desk.example.com/otobo/"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "mailto:{v} § a&b@example.com § mailto:a%26b@example.com",
                "mailto:{v} § a,b@x?cc=c@y § mailto:a%2Cb@x%3Fcc%3Dc@y",
                "mailto:desk@example.com?subject={v} § a b+c@d&e § mailto:desk@example.com?subject=a%20b%2Bc%40d%26e",
                "tel:{v} § +49 (0) 40 / 55-50 § tel:+49405550",
                "tel:{v} § 040 5550 § tel:0405550",
                "https://crm.example.com/?id={v} § Ünal & カス § https://crm.example.com/?id=%C3%9Cnal%20%26%20%E3%82%AB%E3%82%B9",
                "https://crm.example.com/c/{v}/x § ../../evil § https://crm.example.com/c/..%2F..%2Fevil/x",
                "HTTPS://crm.example.com:8443/#{v} § a#b § HTTPS://crm.example.com:8443/#a%23b",
                "https://crm.example.com/{v} § //evil.example § https://crm.example.com/%2F%2Fevil.example",
                "customer/{v} § a/b § https://desk.example.com/otobo/customer/a%2Fb",
                "/customer/{v} § javascript:alert(1) § https://desk.example.com/customer/javascript%3Aalert%281%29",
                "?id={v} § x\"y <z>${a}\\%_' § https://desk.example.com/otobo/?id=x%22y%20%3Cz%3E%24%7Ba%7D%5C%25_%27",
                "help.html § any § https://desk.example.com/otobo/help.html",
            })
    void valuesAreEncodedForTheirPlace(String template, String value, String address) {
        assertThat(LinkTemplate.of(template).address(variable -> value, BASE)).contains(address);
    }

    static List<String> places() {
        return List.of(
                "https://crm.example.com/{v}",
                "https://crm.example.com/a/{v}/b",
                "https://crm.example.com/?a={v}",
                "https://crm.example.com/#{v}",
                "a/{v}",
                "?a={v}",
                "mailto:{v}",
                "tel:{v}");
    }

    @ParameterizedTest
    @MethodSource("places")
    void noValueChangesSchemeOrHost(String template) {
        for (String value : List.of(
                "@evil.example",
                "//evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                ":8080",
                "https://evil.example/",
                "..",
                "?",
                "#",
                "\u202e",
                "😀",
                "123")) {
            LinkTemplate.of(template).address(variable -> value, BASE).ifPresent(address -> {
                URI uri = URI.create(address);
                assertThat(uri.getScheme() + " " + uri.getRawAuthority())
                        .isIn("https crm.example.com", "https desk.example.com", "mailto null", "tel null");
                assertThat(address).matches("[!-~]+").doesNotContain("\"", "<", ">", "\\");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "mailto:{v} § ''",
                "https://crm.example.com/{v} § .",
                "https://crm.example.com/{v} § ..",
                "tel:{v} § ask Ann",
                "tel:{v} § -",
            })
    void aValueThatCannotStandThereMakesNoLink(String template, String value) {
        assertThat(LinkTemplate.of(template).address(variable -> value, BASE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://northwind.example/",
                "http://northwind.example",
                "HTTPS://www.Northwind-Tools.example:8443/a/b.html?q=%C3%9Cnal&x='1'#top",
                "http://127.0.0.1?a=//b",
            })
    void aValueThatIsAnAddressIsTheWholeLink(String value) {
        LinkTemplate template = LinkTemplate.of("{CustomerCompanyURL}");

        assertThat(template.relative()).isFalse();
        assertThat(template.variables()).containsExactly("CustomerCompanyURL");
        assertThat(template.address(variable -> value, Optional.empty())).contains(value);
        assertThat(template.address(variable -> value, BASE)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://northwind.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "data:text/html;base64,PHNjcmlwdD4=",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://northwind.example/",
                "mailto:info@northwind.example",
                "//northwind.example/",
                "/northwind",
                "\\\\northwind.example",
                "northwind.example",
                "www.northwind.example",
                "https:northwind.example",
                "https:/northwind.example",
                "https:///northwind.example",
                "https://",
                "https://x\" onclick=",
                "https://x/\" onclick=\"alert(1)",
                "https://x' onclick='",
                "https://x/<script>",
                "https://x/a b",
                "https://x\\@evil.example/",
                "https://northwind.example@evil.example/",
                "https://user:pw@northwind.example/",
                "https://x:port/",
                "https://x/%zz",
                "https://x/#a#b",
                "https://x/ü",
                "https://ünal.example/",
                "https://x/\u202e",
                "https://x/${a}",
                " https://x/",
                "https://x/ ",
                "https://x/\n",
                "java\nscript:alert(1)",
                "\u0000https://x/",
                " ",
                "",
                "0",
            })
    void aValueThatIsNoAddressOfTheWebIsNoLink(String value) {
        assertThat(LinkTemplate.of("{v}").address(variable -> value, BASE)).isEmpty();
    }

    @Test
    void aLineBreakMakesNoLink() {
        assertThat(LinkTemplate.of("mailto:{v}").address(v -> "a@b\r\nBcc: c@d", BASE))
                .isEmpty();
    }

    @Test
    void aRelativeLinkNeedsItsAddress() {
        LinkTemplate template = LinkTemplate.of("customer/{UserCustomerID}?login={UserLogin}");

        assertThat(template.relative()).isTrue();
        assertThat(template.variables()).containsExactly("UserCustomerID", "UserLogin");
        assertThat(template.address(v -> "x", Optional.empty())).isEmpty();
        assertThat(LinkTemplate.of("mailto:a@b").relative()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:{v}",
                "data:text/html,{v}",
                "file:///etc/passwd",
                "ftp://host/{v}",
                " {v}",
                "{v} ",
                "{v}{w}",
                "{v}#",
                "x{v}:",
                "{v}://host/",
                "{v}/path",
                "https:{v}",
                "https://{v}/",
                "https://{v}.example.com/",
                "https://crm.example.com{v}",
                "https://crm.example.com:{v}/",
                "https://user:pw@crm.example.com/{v}",
                "https:///path",
                "https://",
                "//evil.example/{v}",
                "a{v}:b",
                "\\\\evil.example",
                "https://crm.example.com/a b",
                "https://crm.example.com/{",
                "https://crm.example.com/{v",
                "https://crm.example.com/v}",
                "https://crm.example.com/{ v }",
                "https://crm.example.com/%zz",
                "https://crm.example.com/ü",
                "https://crm.example.com/#a#b",
                "[% Data.UserEmail %]",
            })
    void whatMayLeadElsewhereIsNoTemplate(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTemplate.of(template))
                .withMessageContaining("write");
    }

    @Test
    void aTemplateOfOtrsIsAnsweredWithOurs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTemplate.of("https://crm.example.com/?id=[% Data.UserCustomerID | uri %]"))
                .withMessage("is written for OTRS; write https://crm.example.com/?id={UserCustomerID}");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LinkTemplate.of("[% Env(\"CGIHandle\") %]?Action=A;CustomerID=[% Data.UserCustomerID | uri %]"))
                .withMessage("is written for OTRS; write index.pl?Action=A;CustomerID={UserCustomerID}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkTemplate.of("[% Data.CustomerCompanyURL | html %]"))
                .withMessage("is written for OTRS; write {CustomerCompanyURL}");
    }
}
