package org.clientele.admin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Both screens and a browser in front of them, anew for each test. */
abstract class ScreenTest {
    Screens screens;
    Browser browser;

    /** The screens as the test wants them. */
    Screens open() throws Exception {
        return new Screens();
    }

    @BeforeEach
    final void start() throws Exception {
        screens = open();
        browser = new Browser(screens.console.address());
    }

    @AfterEach
    final void stop() throws Exception {
        screens.close();
    }
}
