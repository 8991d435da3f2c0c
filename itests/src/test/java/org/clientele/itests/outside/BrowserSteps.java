package org.clientele.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Steps in order, each of which goes on where the one before ended, in one browser over one running product. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BrowserSteps {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    Instance instance;
    Browser browser;
    Visitor visitor;

    /** Starts the product and a browser without a window; both end with the last step. */
    void open(Instance of) throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE.toMillis());
        instance = closedAtTheEnd(of);
        instance.start();
        browser = closedAtTheEnd(Playwright.create())
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium-headless-shell"))
                        .setArgs(List.of("--no-sandbox")));
        visitor = new Visitor(browser, instance.address(), "en-US");
    }

    /** What is opened last is closed first. */
    <T extends AutoCloseable> T closedAtTheEnd(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Sees the open page in light and in dark, on a desk and on a phone, in the light and on the desk last. */
    void assertNothingKeepsPeopleOut(String name) {
        for (ColorScheme colors : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            for (int width : List.of(390, 1280)) {
                visitor.see(colors, width);
                assertNoBarriers(name + "-" + colors.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
    }

    void assertNoBarriers(String name) {
        assertThat(visitor.at("main.clientele").isVisible()).as(name).isTrue();
        assertThat(visitor.barriers()).as(name).isEmpty();
        assertThat(visitor.overflowing()).as(name).isEmpty();
        visitor.keep(name);
    }

    @AfterAll
    void end() throws Exception {
        if (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } finally {
                end();
            }
        }
    }

    @AfterEach
    void theBrowserDoesNotComplain() {
        assertThat(visitor.complaints()).isEmpty();
    }
}
