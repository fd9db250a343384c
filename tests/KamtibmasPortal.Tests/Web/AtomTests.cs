using System.Xml.Linq;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Web;

public sealed class AtomTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Document(string more) =>
        $"Patroli Malam di Banyumas\n\nBANYUMAS - Polresta Banyumas menambah patroli malam di pasar, Senin (6/5/2024). Dua regu berjalan kaki sampai subuh.\n\n{more}";

    [Fact]
    public async Task A_revised_article_is_updated_and_so_is_its_feed()
    {
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await portal.StoreAsync("atom", Document("Pedagang menyambut baik."), Trust.Publish, Display.FullText);
        var first = await FeedAsync("/instansi/polresta-banyumas/feed.xml");
        await portal.StoreAsync("atom", Document("Pedagang menyambut baik, dan pemilik gudang memasang lampu."), Trust.Publish, Display.FullText);

        var second = await FeedAsync("/instansi/polresta-banyumas/feed.xml");

        Assert.True(Updated(first.Element(s_atom + "entry")!) < before);
        Assert.True(Updated(second.Element(s_atom + "entry")!) >= before);
        Assert.Equal(Updated(second.Element(s_atom + "entry")!), Updated(second));
    }

    [Fact]
    public async Task A_feed_without_articles_stays_as_it_is()
    {
        var first = await portal.Client.GetByteArrayAsync("/wilayah/82.71/feed.xml", Stop);
        await Task.Delay(1100, Stop);

        Assert.Equal(first, await portal.Client.GetByteArrayAsync("/wilayah/82.71/feed.xml", Stop));
        Assert.Equal((byte)'<', first[0]);
    }

    private async Task<XElement> FeedAsync(string address) => XElement.Load(new MemoryStream(await portal.Client.GetByteArrayAsync(address, Stop)));

    private static DateTimeOffset Updated(XElement element) => DateTimeOffset.Parse(element.Element(s_atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
