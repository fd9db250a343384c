using System.Text;
using System.Xml.Linq;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources.Opml;

namespace KamtibmasPortal.Tests.Sources;

/// <summary>OPML as feed readers write it, as this portal writes it, and as an attacker would.</summary>
public sealed class OpmlTests
{
    private static readonly OpmlEntry s_whole = new()
    {
        Name = "Harian \"Kota\" <Lama> & Baru – 🚓",
        XmlUrl = "https://kota.example/feed?a=1&b=2",
        HtmlUrl = "https://kota.example/",
        Category = "Kalimantan Barat / Kota Singkawang",
        Address = "https://kota.example/beranda",
        Kind = SourceKind.HtmlList,
        Selector = "article > a[href^=\"/berita\"]",
        Publisher = "Penerbit 'Kota'",
        Trust = Trust.Publish,
        Display = Display.FullText,
        Region = "61.72",
        IntervalMinutes = 15,
        IsPaused = true,
    };

    [Fact]
    public void What_is_written_is_valid_and_read_back_without_loss()
    {
        OpmlEntry[] entries = [s_whole, new() { Name = "Sederhana", XmlUrl = "https://b.example/rss" }, new() { Name = "Folder", Address = "/srv/berita", Kind = SourceKind.Folder }];
        var bytes = OpmlWriter.Write("Sumber & lain", new DateTimeOffset(2026, 11, 29, 1, 2, 3, TimeSpan.FromHours(7)), entries);

        var document = XDocument.Parse(Encoding.UTF8.GetString(bytes));
        Assert.Equal(("opml", "2.0"), (document.Root!.Name.LocalName, document.Root.Attribute("version")!.Value));
        Assert.Equal(["head", "body"], document.Root.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("Sat, 28 Nov 2026 18:02:03 GMT", document.Root.Element("head")!.Element("dateCreated")!.Value);
        // OPML 2.0: text is required of every outline, type and xmlUrl of a subscription; extensions live in a namespace.
        Assert.All(document.Descendants("outline"), o => Assert.NotNull(o.Attribute("text")));
        Assert.All(document.Descendants("outline").Where(o => o.Attribute("type") is not null), o => Assert.NotNull(o.Attribute("xmlUrl")));
        Assert.All(document.Descendants("outline").SelectMany(o => o.Attributes()).Where(a => a.Name.NamespaceName.Length == 0), a => Assert.Contains(a.Name.LocalName, new[] { "text", "title", "type", "xmlUrl", "htmlUrl", "category" }));

        var read = OpmlReader.Read(bytes);
        Assert.Equal(OpmlFault.None, read.Fault);
        Assert.Equal(entries, read.Entries);
        Assert.Equal(entries, OpmlReader.Read(OpmlWriter.Write("lagi", DateTimeOffset.UnixEpoch, read.Entries)).Entries);
    }

    [Fact]
    public void A_name_that_xml_can_not_hold_loses_only_that()
    {
        var bytes = OpmlWriter.Write("x", DateTimeOffset.UnixEpoch, [new() { Name = "a\u0001b\uFFFFc", XmlUrl = "https://a.example/" }]);

        Assert.Equal("abc", Assert.Single(OpmlReader.Read(bytes).Entries).Name);
    }

    [Fact]
    public void Folders_of_feed_readers_are_categories_and_their_spellings_are_understood()
    {
        var read = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.1"><head><title>Langganan</title></head><body>
              <outline text="Daerah"><outline title="Kalbar" text="kb">
                <outline type="rss" text="Suara Khatulistiwa" xmlurl="https://suara.example/feed" htmlUrl="https://suara.example"/></outline>
                <outline type="rss" text="Langsung" xmlUrl="https://langsung.example/rss"/></outline>
              <outline type="rss" text="Tanpa folder" xmlUrl="https://tanpa.example/rss" category="/Polri/Daerah"/>
              <outline text="kosong"/>
            </body></opml>
            """);

        Assert.Equal([("Suara Khatulistiwa", "https://suara.example/feed", "Daerah / Kalbar"), ("Langsung", "https://langsung.example/rss", "Daerah"), ("Tanpa folder", "https://tanpa.example/rss", "Polri / Daerah")], read.Entries.Select(e => (e.Name!, e.XmlUrl!, e.Category!)));
    }

    /// <summary>By name: megabytes are no name of a test.</summary>
    private static readonly Dictionary<string, (string Text, OpmlFault Fault)> s_hostile = new(StringComparer.Ordinal)
    {
        ["nothing"] = ("", OpmlFault.Empty),
        ["a document type"] = ("<!DOCTYPE opml [<!ENTITY a \"b\">]><opml><body><outline text=\"&a;\" xmlUrl=\"https://a.example\"/></body></opml>", OpmlFault.Forbidden),
        ["an external entity"] = ("<?xml version=\"1.0\"?><!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&x;\"/></body></opml>", OpmlFault.Forbidden),
        ["a billion laughs"] = ("<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><opml><body><outline text=\"&b;\"/></body></opml>", OpmlFault.Forbidden),
        ["an entity without its declaration"] = ("<opml><body><outline text=\"&x;\" xmlUrl=\"https://a.example\"/></body></opml>", OpmlFault.NotXml),
        ["no XML"] = ("halo", OpmlFault.NotXml),
        ["XML that breaks off"] = ("<opml><body><outline text=\"a\" xmlUrl=\"https://a.example\"/>", OpmlFault.NotXml),
        ["a feed"] = ("<rss><channel/></rss>", OpmlFault.NotOpml),
        ["no source"] = ("<opml><head/><body/></opml>", OpmlFault.NoSources),
        ["folders without end"] = ("<opml><body>" + string.Concat(Enumerable.Repeat("<outline text=\"a\">", 10_000)) + string.Concat(Enumerable.Repeat("</outline>", 10_000)) + "</body></opml>", OpmlFault.TooDeep),
        ["elements without end"] = ("<opml><body>" + string.Concat(Enumerable.Repeat("<x>", 50_000)), OpmlFault.TooDeep),
        ["ten megabytes"] = ("<opml><body>" + new string(' ', 10 * 1024 * 1024) + "</body></opml>", OpmlFault.TooLarge),
        ["too many sources"] = ("<opml><body>" + string.Concat(Enumerable.Range(0, OpmlReader.MostEntries + 1).Select(n => $"<outline text=\"a\" xmlUrl=\"https://a{n}.example/\"/>")) + "</body></opml>", OpmlFault.TooMany),
    };

    public static TheoryData<string> Hostile => [.. s_hostile.Keys];

    [Theory, MemberData(nameof(Hostile))]
    public void What_must_not_be_read_is_refused_with_its_reason(string what)
    {
        var (text, fault) = s_hostile[what];
        var read = Read(text);

        Assert.True(read.Fault == fault, $"{what}: {read.Fault}");
        Assert.Empty(read.Entries);
    }

    [Fact]
    public void A_document_type_in_sixteen_bit_letters_is_seen_as_well() =>
        Assert.Equal(OpmlFault.Forbidden, OpmlReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<!DOCTYPE opml [<!ENTITY a 'b'>]><opml/>")).ToArray()).Fault);

    private static OpmlReading Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));
}
