using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Search;

/// <summary>Places by what people type, over the whole official list.</summary>
public sealed class PlaceFinderTests(PlaceFinderTests.AllPlaces places) : IClassFixture<PlaceFinderTests.AllPlaces>
{
    public sealed class AllPlaces
    {
        public PlaceFinder Finder { get; } = ReferenceData.CreatePlaceFinder();
    }

    [Theory]
    [InlineData("jaktim", "31.75")]
    [InlineData("Jakarta Timur", "31.75")]
    [InlineData("kota jakarta timur", "31.75")]
    [InlineData("kota adm. jakarta timur", "31.75")]
    [InlineData("jak tim", "31.75")]
    [InlineData("pasarebo", "31.75.05")]
    [InlineData("Pasar Rebo", "31.75.05")]
    [InlineData("pasar rbo", "31.75.05")]
    [InlineData("psar rebo", "31.75.05")]
    [InlineData("kec. pasar rebo", "31.75.05")]
    [InlineData("PASAR-REBO", "31.75.05")]
    [InlineData("kec. natal", "12.13.16")]
    [InlineData("kec natal, mandailing natal", "12.13.16")]
    [InlineData("bandung", "32.73")]
    [InlineData("kab. bandung", "32.04")]
    [InlineData("kota bandung", "32.73")]
    [InlineData("singkawng", "61.72")]
    [InlineData("jogja", "34")]
    [InlineData("jabar", "32")]
    [InlineData("prov. jawa barat", "32")]
    [InlineData("gunung kidul", "34.03")]
    [InlineData("Gunungkidul", "34.03")]
    [InlineData("31.75.05.1001", "31.75.05.1001")]
    [InlineData("3175", "31.75")]
    [InlineData("kel. gedong", "31.75.05.1001")]
    [InlineData("gedong pasar rebo", "31.75.05.1001")]
    [InlineData("gedong, pasar rebo, jakarta timur", "31.75.05.1001")]
    [InlineData("kuta badung", "51.03.01")]
    [InlineData("tj priok", "31.72.02")]
    [InlineData("kep seribu", "31.01")]
    public void The_first_place_is_the_one_that_is_meant(string typed, string code) => Assert.Equal(code, string.Join(" ", places.Finder.Find(typed, 10).Take(1)));

    [Theory]
    [InlineData("pasar re", "31.75.05")]
    [InlineData("mandailing n", "12.13")]
    [InlineData("singkaw", "61.72")]
    public void What_is_still_being_typed_finds_its_end(string typed, string code) => Assert.Contains(code, places.Finder.Find(typed, 8));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%_'\"<script>")]
    [InlineData("tidakadatempatbernamaini")]
    [InlineData("99.99")]
    [InlineData("..........")]
    [InlineData("....kec kec kec kec kec kec kec kec kec kec kec kec")]
    [InlineData("😀😀😀")]
    public void Nothing_typed_is_a_fault(string typed) => Assert.Empty(places.Finder.Find(typed, 10));

    [Fact]
    public void Names_of_many_places_stop_at_the_limit_and_begin_with_the_largest()
    {
        var found = places.Finder.Find("sukamaju", 25);

        Assert.Equal(25, found.Count);
        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
        Assert.True(found[0].Length <= found[^1].Length);
    }
}
