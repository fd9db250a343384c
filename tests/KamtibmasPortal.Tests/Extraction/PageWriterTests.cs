namespace KamtibmasPortal.Tests.Extraction;

/// <summary>The writer where no label names one.</summary>
public sealed class PageWriterTests
{
    [Theory]
    [InlineData("<div>Yosefina Rumbiak | Senin, 16 September 2024 08:50 WIT</div>", "Yosefina Rumbiak")]
    [InlineData("<ul><li>Andi Sulfikar</li><li>30 Okt 2024, 10:02</li></ul>", "Andi Sulfikar")]
    [InlineData("<div>Bambang Tri Atmaja - Sinar Karst</div><div>Kamis, 28 November 2024 | 13:05 WIB</div>", "Bambang Tri Atmaja")]
    [InlineData("<div>Kuala Tungkal</div><div>Kamis, 28 November 2024 | 13:05 WIB</div>", null)]
    [InlineData("<div>Jakarta Selatan</div><div>Kamis, 28 November 2024 | 13:05 WIB</div>", null)]
    [InlineData("<div>Dewi Larasati 28/11/2024 13:05 WIB</div>", "Dewi Larasati")]
    [InlineData("<div>Kabar Pagi | Kamis, 28 November 2024</div>", null)]
    [InlineData("<div>Ragam Kampung</div><div>Kamis, 28 November 2024</div>", null)]
    public void A_name_beside_the_date_is_the_writers_unless_it_is_a_town_an_outlet_or_a_rubric(string lines, string? author) =>
        Assert.Equal(author, WebPage.Read(WebPage.Article($"{lines}<div class=\"entry-content\">{WebPage.Paragraphs}</div>").Replace("<nav>", "<nav><a href=/ragam>Ragam Kampung</a> ", StringComparison.Ordinal), "https://kabarpagi.test/daerah/regu").Author);

    [Theory]
    [InlineData("<div class=\"penulis\">Fitria Handayani <a href=\"mailto:fitria@laut.test\">fitria@laut.test</a></div>", "Fitria Handayani")]
    [InlineData("<div class=\"by-line\">Rosmalinda</div>", "Rosmalinda")]
    [InlineData("<div class=\"auteur\">Hélène Moreau (@hmoreau)</div>", "Hélène Moreau")]
    [InlineData("<p class=\"schrijver\">Door Sanne de Wit</p>", "Sanne de Wit")]
    [InlineData("<span>Dibaca 12 kali</span> <a rel=\"author\" href=\"/u\">Rini Astari</a>", "Rini Astari")]
    [InlineData("<div class=\"penulis\">redaksi@laut.test</div>", null)]
    [InlineData("<div class=\"author\">@kabarlaut</div>", null)]
    public void Accounts_and_addresses_beside_a_name_are_left_out(string line, string? author) =>
        Assert.Equal(author, WebPage.Read(WebPage.Article($"{line}<div class=\"entry-content\">{WebPage.Paragraphs}</div>")).Author);

    [Fact]
    public void A_person_called_like_the_host_is_the_outlet() =>
        Assert.Null(WebPage.Read(WebPage.Article(WebPage.Paragraphs, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Lintas Nusa\"}}</script>"), "https://www.lintasnusa.test/a").Author);

    [Theory]
    [InlineData("""{"@type":"WebPage","author":{"@type":"Person","name":"Rina Wahyuni"}}""", "Rina Wahyuni")]
    [InlineData("""{"@graph":[{"@type":"NewsArticle","headline":"a"},{"@type":"WebPage","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Rina Wahyuni"}]}""", "Rina Wahyuni")]
    [InlineData("""{"@graph":[{"@type":"NewsArticle","author":{"name":"Budi Santosa"}},{"@type":"WebPage","author":{"name":"Rina Wahyuni"}}]}""", "Budi Santosa")]
    [InlineData("""{"@type":"WebPage","author":{"@type":"Organization","name":"Rina Wahyuni"}}""", null)]
    public void The_writer_of_the_page_is_the_articles_where_it_names_none(string data, string? author) =>
        Assert.Equal(author, WebPage.Read(WebPage.Article(WebPage.Paragraphs, $"<script type=\"application/ld+json\">{data}</script>")).Author);
}
