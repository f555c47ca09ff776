package parley.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** The page in a browser that nobody sees: Chromium with its driver, where both are installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HtmlPageTest {

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    private Path page;
    private ChromeDriver browser;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        assumeThat(Files.isExecutable(DRIVER) && Files.isExecutable(BROWSER))
                .as("skipped: the packages chromium and chromium-driver are not installed").isTrue();
        page = Files.writeString(folder.resolve("run.html"), Played.report(Played.run(), ReportFormat.HTML));
        ChromeOptions options = new ChromeOptions().setBinary(BROWSER.toFile()).addArguments("--headless",
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1200,900",
                "--user-data-dir=" + folder.resolve("profile"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                options);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void load() {
        browser.get("about:blank");
        browser.get(page.toUri().toString());
    }

    @Test
    void itLoadsNothingAndComplainsOfNothing() {
        assertThat(browser.executeScript("return performance.getEntriesByType('resource').length")).isEqualTo(0L);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void itIsLightOrDarkAsOneLikes() {
        List<String> both = List.of("rgba(255, 255, 255, 1)", "rgba(20, 23, 28, 1)");
        String first = find("body").getCssValue("background-color");
        assertThat(both).contains(first);
        press("t");
        assertThat(find("body").getCssValue("background-color")).isIn(both).isNotEqualTo(first);
        press("t");
        assertThat(find("body").getCssValue("background-color")).isEqualTo(first);
    }

    @Test
    void itOpensAtTheScenarioThatFailed() {
        assertThat(shown()).containsExactly("b #1.chat");
        assertThat(find(".step.failed code").getText()).isEqualTo("bob sees nothing");
        assertThat(find(".failure dl").getText()).contains("nothing", "carol join #lobby");
        assertThat(all(".step.not-played")).hasSize(1);
    }

    @Test
    void whatWasSaidIsShownAndDoesNothing() {
        assertThat(texts(".arrow .label")).contains("says <b>100%</b>, \\u{1b}[31m it's # \"so\"");
        assertThat(all(".arrow b, .arrow script")).isEmpty();
    }

    @Test
    void anArrowGoesFromTheServerToAllWhoWereTold() {
        WebElement arrow = arrow("alice say in #lobby");
        assertThat(arrow.findElements(By.cssSelector("i.in-to"))).hasSize(2);
        int bob = middle(find(".heads b[data-client='1']"));
        int carol = middle(find(".heads b[data-client='2']"));
        List<Integer> heads = arrow.findElements(By.cssSelector("i.in-to")).stream().map(HtmlPageTest::middle).toList();
        assertThat(heads.getFirst()).isBetween(bob - 6, bob + 6);
        assertThat(heads.getLast()).isBetween(carol - 6, carol + 6);
        WebElement line = arrow.findElement(By.className("wire"));
        assertThat(line.getRect().x + line.getRect().width).isBetween(carol - 2, carol + 2);
    }

    @Test
    void aClientThatIsNotWantedIsGone() {
        press("3");
        assertThat(find(".heads b[data-client='2']").isDisplayed()).isFalse();
        WebElement line = arrow("alice say in #lobby").findElement(By.className("wire"));
        int bob = middle(find(".heads b[data-client='1']"));
        assertThat(line.getRect().x + line.getRect().width).isBetween(bob - 2, bob + 2);
        press("1", "2");
        assertThat(texts(".arrow .label")).isEmpty();
        press("1", "2", "3");
        assertThat(texts(".arrow .label")).isNotEmpty();
    }

    @Test
    void answersAreThereForWhoAsks() {
        assertThat(texts(".arrow .label")).noneMatch(label -> label.contains("welcome"));
        press("a");
        assertThat(texts(".arrow .label")).anyMatch(label -> label.contains("welcome"));
    }

    @Test
    void keysWalkThroughScenariosAndLines() {
        press("p");
        assertThat(shown()).containsExactly("a/good.chat");
        press("n", "n", "n");
        assertThat(shown()).containsExactly("odd.chat");
        assertThat(find("#s3 .problem").getText()).contains("odd.chat:1:7");
        press("p", "j");
        assertThat(focused().getText()).contains("alice, bob and carol connect");
        press("j");
        assertThat(focused().getTagName()).isEqualTo("summary");
        press(Keys.ENTER);
        assertThat(find("#s2 .arrow[open] pre").getText()).startsWith("alice: ");
        press("f");
        assertThat(focused().getText()).contains("bob sees nothing");
    }

    @Test
    void theListOfScenariosCanBeFiltered() {
        press("/");
        focused().sendKeys("odd");
        assertThat(texts("nav li .name")).containsExactly("odd.chat");
        focused().clear();
        find("#only-bad").click();
        assertThat(texts("nav li .name")).containsExactly("b #1.chat", "odd.chat");
    }

    @Test
    void itIsLightOrDark() {
        String before = find("body").getCssValue("background-color");
        press("t");
        assertThat(find("body").getCssValue("background-color")).isNotEqualTo(before);
        press("t");
        assertThat(find("body").getCssValue("background-color")).isEqualTo(before);
    }

    @Test
    void theKeysAreTold() {
        press("?");
        assertThat(find("dialog").isDisplayed()).isTrue();
        assertThat(find("dialog").getText()).contains("Enter");
    }

    private List<String> shown() {
        return all("section.scenario").stream().filter(WebElement::isDisplayed)
                .map(section -> section.findElement(By.tagName("h2")).getText()
                        .replaceFirst(" (passed|failed|broken) .*", ""))
                .toList();
    }

    private WebElement arrow(String label) {
        return all(".arrow").stream().filter(WebElement::isDisplayed)
                .filter(arrow -> arrow.findElement(By.className("label")).getText().startsWith(label)).findFirst()
                .orElseThrow();
    }

    private static int middle(WebElement element) {
        return element.getRect().x + element.getRect().width / 2;
    }

    private void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            focused().sendKeys(key);
        }
    }

    private WebElement focused() {
        return browser.switchTo().activeElement();
    }

    private WebElement find(String selector) {
        return all(selector).stream().filter(WebElement::isDisplayed).findFirst()
                .orElseGet(() -> browser.findElement(By.cssSelector(selector)));
    }

    private List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    private List<String> texts(String selector) {
        return all(selector).stream().filter(WebElement::isDisplayed).map(WebElement::getText).toList();
    }

    /** What loads or leads elsewhere has an address of the web in it. */
    @Test
    void nothingInItLeadsElsewhere() throws Exception {
        List<String> addresses = Pattern.compile("https?://[^\\s\"'<]+").matcher(Files.readString(page)).results()
                .map(MatchResult::group).toList();
        assertThat(addresses).isEmpty();
    }
}
