namespace KamtibmasPortal.BrowserTests;

/// <summary>What the page of an article shows at a glance, on every sample.</summary>
public sealed class ArticlePageTests(PortalInBrowser browser) : IClassFixture<PortalInBrowser>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task All_evidence_stands_open_in_the_page(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        var list = await (await visit.Page.APIRequest.GetAsync("/api/v1/articles?limit=100")).JsonAsync();
        var ids = list!.Value.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ToList();
        Assert.True(ids.Count >= 40, $"{ids.Count} articles");
        foreach (var id in ids)
        {
            await visit.GoAsync("/artikel/" + id);
            var cut = await visit.Page.EvaluateAsync<string>(
                """
                () => {
                  const box = document.querySelector('aside.evidence');
                  const foot = document.querySelector('footer').getBoundingClientRect().top;
                  const groups = [...box.querySelectorAll('.group')];
                  if (groups.length !== 3) return groups.length + ' groups';
                  if (box.scrollHeight > box.clientHeight) return 'scrolls inside';
                  return groups.filter(g => g.getBoundingClientRect().bottom > Math.min(foot, box.getBoundingClientRect().bottom) + 1).map(g => g.className).join();
                }
                """);
            Assert.Equal((id, ""), (id, cut));
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_line_of_facts_ends_or_begins_with_its_dot(int width)
    {
        await using var visit = await browser.OpenAsync(width);
        foreach (var address in new[] { "/", "/wilayah/31", "/topik/bencana" })
        {
            await visit.GoAsync(address);
            var loose = await visit.Page.EvaluateAsync<int>(
                """
                () => [...document.querySelectorAll('.meta')].filter(line => {
                  const parts = [...line.children];
                  const dot = part => getComputedStyle(part, '::after').content.includes('·');
                  return parts.some((part, i) => i + 1 < parts.length && dot(part) && parts[i + 1].offsetTop > part.offsetTop + 4);
                }).length
                """);
            Assert.Equal((address, 0), (address, loose));
        }
    }

    [Theory]
    [InlineData(360, "/wilayah")]
    [InlineData(1280, "/")]
    public async Task The_example_of_the_place_search_is_read_whole(int width, string address)
    {
        await using var visit = await browser.OpenAsync(width);
        await visit.GoAsync(address);
        var room = await visit.Page.EvaluateAsync<double>(
            """
            () => {
              const input = document.querySelector('input[name=cari]'), style = getComputedStyle(input), pen = document.createElement('canvas').getContext('2d');
              pen.font = style.font;
              return input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - pen.measureText(input.placeholder).width;
            }
            """);
        Assert.True(room >= 0, $"{-room} pixels are cut");
    }
}
