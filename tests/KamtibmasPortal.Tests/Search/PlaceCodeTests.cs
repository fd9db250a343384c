using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Search;

public sealed class PlaceCodeTests
{
    [Fact]
    public void Every_official_code_is_read_and_written_back()
    {
        var known = new PlaceCodes(ReferenceData.Regions());

        Assert.All(ReferenceData.Regions(), r =>
        {
            var code = PlaceCode.Read(r.Code);
            Assert.Equal(PlaceCode.Of(r.Code), code);
            Assert.Equal(r.Code, PlaceCode.Dotted(code!.Value));
            Assert.True(known.Contains(code.Value));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3175")]
    [InlineData("31.7")]
    [InlineData("31,75")]
    [InlineData("31.75.")]
    [InlineData("31.75.05.101")]
    [InlineData("31.75.05.10011")]
    [InlineData("3a.75")]
    [InlineData("31.75.05.1001 ")]
    public void What_is_no_code_is_none(string text) => Assert.Null(PlaceCode.Read(text));

    [Fact]
    public void A_code_that_nobody_has_is_not_known() => Assert.False(new PlaceCodes(ReferenceData.Regions()).Contains(PlaceCode.Read("99.99")!.Value));
}
