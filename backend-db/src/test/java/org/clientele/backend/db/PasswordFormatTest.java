package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFormatTest {
    private static final String LONG = "very long password line which is unusual";

    /** Stored forms that others made: OTRS, {@code openssl passwd}, glibc's crypt, the tests of Argon2's authors. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CRYPT | secret | jaqT/dF0mUWcw",
                "CRYPT | someカス | jacR7nVg55WY.",
                "CRYPT | someäöü | ja1VE11kou5hM",
                "CRYPT | secret | $5$abcdefgh$gruCpC7VkOTspMQTTSAR8mtlO9Upms.fwqE5y16JVM.",
                "CRYPT | someカス | $5$abcdefgh$xBa5HhUthTes8t6KWceSW5CRuE0.mdLE3VI6yaH7w7A",
                "CRYPT | someäöü | $6$rounds=1000$abcdefgh$e8jb.B6v7WYcKesLygg.pgpC0Syq0v.7IHQdIE79OVVd9lNwpHEuS6lWf.JAn13P5MIeEDcAVz25ncM9oxEwI.",
                "MD5 | secret | $1$jane$TqTaCQGdZVjtvYtp8rj2j.",
                "MD5 | secret | $1$jane@exa$YZjwk4aS5/aptV4XI.5n/.",
                "MD5 | secret | $1$カス$5DtJe0eI1sVCEGWs15Kiv1",
                "MD5 | someカス | $1$jane$38qTxWcZrmWnC/mM2gQB4.",
                "MD5 | " + LONG + " | $1$jane$AVCKKvoVVSYeFk2GBPKMG/",
                "APR1 | secret | $apr1$jane$3H6KLqQGA3hU52J.lvNIB1",
                "APR1 | someäöü | $apr1$john-doe$5N2UfMEHoh3x3KEFvIcWQ1",
                "APR1 | " + LONG + " | $apr1$john-doe$Xt63S0MzJ4/Zt3JfxgcSi1",
                "SHA1 | secret | e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4",
                "SHA1 | someカス | 98727c264a044518d7a83883d16d0f2ec3ff084d",
                "SHA2 | secret | 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",
                "SHA2 | someカス | DDD662B3117062F0FF435901FA0BDFF75557158EA956B1EF53E9ED1D44CB3915",
                "SHA512 | someカス | 342af6b01f559ae441fb9a043847c758c110ce1dc6a0594f3275909dfb9942dc38a7ecb7d62ac1e801a9a47f9ce25987f86015ee83f7686b90069001b3611bb8",
                "BCRYPT | secret | BCRYPT:4:abcdefghijklmnop:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa",
                "BCRYPT | someカス | BCRYPT:04:abcdefghijklmnop:mi.NH2dxG9KLsxn0lCfAOfwawHhzyta",
                "BCRYPT | secret | $2y$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a",
                "BCRYPT | someäöü | $2a$04$WUHhXETkX0fnYkrqZU3ta.wsOY.g9dd1jx1l7B/XVUXcny6GKSN4O",
                "ARGON2ID | password | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void whatOthersStoredIsRecognisedAndChecked(PasswordFormat format, String clear, String stored) {
        assertThat(PasswordFormat.of(stored)).contains(format);
        assertThat(format.matches(clear, stored)).isTrue();
        assertThat(format.matches(clear + "x", stored)).isEqualTo(ignoresWhatFollows(stored, clear));
        assertThat(format.matches("x" + clear, stored)).isFalse();
    }

    @Test
    void bcryptLooksAtSeventyTwoBytesAsEverywhere() {
        String stored = "BCRYPT:4:abcdefghijklmnop:ij3gaF7fClh.a6SxcfgP9r3btUiFIym";

        assertThat(PasswordFormat.BCRYPT.matches("x".repeat(72), stored)).isTrue();
        assertThat(PasswordFormat.BCRYPT.matches("x".repeat(100), stored)).isTrue();
        assertThat(PasswordFormat.BCRYPT.matches("x".repeat(71), stored)).isFalse();
    }

    static Stream<Arguments> written() {
        List<String> passwords = List.of(
                "secret",
                "someカス",
                "someäöü",
                " ",
                "\t",
                "';",
                "\"x\" <y> ${a}%_\\",
                "كل ما تحب معرفته عن",
                "😀",
                LONG);
        return Arrays.stream(PasswordFormat.values())
                .flatMap(format -> passwords.stream()
                        .limit(format == PasswordFormat.BCRYPT ? 2 : passwords.size())
                        .map(clear -> Arguments.of(format, clear)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatIsWrittenIsRecognisedAndChecked(PasswordFormat format, String clear) {
        String stored = format.encode(clear);

        assertThat(stored).hasSize(format.length());
        assertThat(PasswordFormat.of(stored)).contains(format);
        assertThat(format.matches(clear, stored)).isTrue();
        assertThat(format.matches("x" + clear, stored)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = PasswordFormat.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SHA1", "SHA2", "SHA512"})
    void saltsAreRandom(PasswordFormat format) {
        assertThat(Stream.generate(() -> format.encode("secret")).limit(5).distinct())
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "*0",
                "$y$j9T$abcdefgh$gruCpC7VkOTspMQTTSAR8mtlO9Upms.fwqE5y16JVM.",
                "{SSHA}DkMTwBl+a/3DQTxCYEApdUtNXGgdUac3",
                "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=999999999,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=10000$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=0,t=0,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$2a$31$WUHhXETkX0fnYkrqZU3ta.wsOY.g9dd1jx1l7B/XVUXcny6GKSN4O",
                "BCRYPT:31:abcdefghijklmnop:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa",
                "BCRYPT:0:abcdefghijklmnop:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa",
                "BCRYPT:12:short:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa",
                "$6$rounds=999999999$abcdefgh$e8jb.B6v7WYcKesLygg.pgpC0Syq0v.7IHQdIE79OVVd9lNwpHEuS6lWf.JAn13P5MIeEDcAVz25ncM9oxEwI."
            })
    void whatIsUnknownOrWouldTakeTooLongIsNoPassword(String stored) {
        assertThat(PasswordFormat.of(stored)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQx2$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAA"
            })
    void aBrokenPhcStringMatchesNothing(String stored) {
        assertThat(PasswordFormat.ARGON2ID.matches("password", stored)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARGON2ID | 2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b | true",
                "ARGON2ID | BCRYPT:12:abcdefghijklmnop:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa | true",
                "ARGON2ID | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 | true",
                "ARGON2ID | $argon2i$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 | true",
                "ARGON2ID | $argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 | false",
                "BCRYPT | $apr1$jane$3H6KLqQGA3hU52J.lvNIB1 | true",
                "BCRYPT | BCRYPT:9:abcdefghijklmnop:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa | true",
                "BCRYPT | BCRYPT:14:abcdefghijklmnop:V/MhsBGVkvl.skVEhBTiEdihFBnDQOa | false",
                "BCRYPT | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 | false",
                "SHA2 | jaqT/dF0mUWcw | false",
                "ARGON2ID | secret | false"
            })
    void onlyABetterFormImproves(PasswordFormat format, String stored, boolean improves) {
        assertThat(format.improves(stored)).isEqualTo(improves);
    }

    @Test
    void formsOfToolsOfferEveryFormat() throws IOException {
        try (InputStream metatype = PasswordFormat.class.getResourceAsStream(
                "/OSGI-INF/metatype/org.clientele.backend.db.CustomerUserTableConfiguration.xml")) {
            String text = new String(metatype.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Pattern.compile("<Option [^>]*value=\"([^\"]*)\"")
                            .matcher(text)
                            .results()
                            .map(option -> option.group(1)))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(PasswordFormat.values())
                            .map(PasswordFormat::key)
                            .toList());
        }
    }

    /** Traditional crypt reads eight bytes. */
    private static boolean ignoresWhatFollows(String stored, String clear) {
        return stored.length() == 13 && clear.getBytes(StandardCharsets.UTF_8).length >= 8;
    }
}
