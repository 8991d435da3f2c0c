package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.field.Field;
import org.clientele.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceSettingsTest {

    @Test
    void languageAndTimeZoneAreOfferedAsThePlatformKnowsThem() {
        List<Field> items = read(Map.of());
        assertThat(items).extracting(Field::variable).containsExactly("UserLanguage", "UserTimeZone");
        assertThat(items.get(0).selections())
                .containsEntry("de", "German")
                .containsEntry("he", "Hebrew")
                .doesNotContainKeys("iw", "");
        assertThat(items.get(1).selections())
                .containsEntry("UTC", "UTC")
                .containsEntry("America/New_York", "America/New York")
                .doesNotContainKeys("Etc/GMT+1", "EST");
    }

    @Test
    void furtherOnesAreWrittenWithLabelAndValues() {
        List<Field> items = read(Map.of(
                "preferences",
                "UserSkin | Skin | light: Light; dark, UserDesk, UserLanguage | Speaks | en; de: Deutsch"));
        assertThat(items).extracting(Field::label).containsExactly("Skin", "UserDesk", "Speaks");
        assertThat(items.get(0).selections()).containsExactly(Map.entry("light", "Light"), Map.entry("dark", "dark"));
        assertThat(items.get(1).selections()).isEmpty();
        assertThat(items.get(2).selections()).containsExactly(Map.entry("en", "en"), Map.entry("de", "Deutsch"));
        assertThat(read(Map.of("preferences", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "User Skin", "A|b|c|d", "A, A", "<b>"})
    void whatCannotBeReadIsAFindingAndLeftOut(String written) {
        Settings settings = new Settings(Map.of("preferences", written));
        assertThat(PreferenceSettings.read(settings)).hasSizeLessThan(2);
        assertThat(settings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("UserSkin | Skin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserPassword", "UserLogin | Login", "validid", "ChangeTime"})
    void whatTheRecordTellsIsNoPreference(String written) {
        Settings settings = new Settings(Map.of("preferences", written + ", UserSkin"));
        assertThat(PreferenceSettings.read(settings))
                .extracting(Field::variable)
                .containsExactly("UserSkin");
        assertThat(settings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is a field of the record"));
    }

    private static List<Field> read(Map<String, Object> properties) {
        Settings settings = new Settings(properties);
        List<Field> items = PreferenceSettings.read(settings);
        assertThat(settings.findings()).isEmpty();
        return items;
    }
}
