using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Password!2026")]
    [InlineData("P@ssw0rd12345")]
    [InlineData("katasandi123456")]
    [InlineData("12345indonesia!!")]
    [InlineData("sayangkamu2026")]
    [InlineData("qwertyuiop12")]
    [InlineData("BISMILLAH-12345")]
    [InlineData("adminadminadmin")]
    [InlineData("gerbanggerbang")]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("abcdefghijkl")]
    [InlineData("11112222333344")]
    [InlineData("2026-11-28-2026")]
    [InlineData("pölrí-20262026")]
    public async Task What_is_tried_first_is_refused(string password) => Assert.Equal("PasswordIsCommon", await FaultAsync(password));

    [Theory]
    [InlineData("siti.rahayu2026")]
    [InlineData("SitiRahayu!!77")]
    [InlineData("2026-kamtibmas-1")]
    [InlineData("Kabar Kota 123")]
    [InlineData("kabarkotaku12")]
    [InlineData("harianjaya-2026")]
    public async Task So_is_what_is_built_on_the_own_address_or_the_portal(string password) => Assert.Equal("PasswordIsPersonal", await FaultAsync(password));

    [Theory]
    [InlineData("Gerbang-kota-2026")]
    [InlineData("Gardu-Jaga-2026")]
    [InlineData("payung bambu kelabu tujuh")]
    [InlineData("siti menanam jagung di atap")]
    [InlineData("x7#Lq0vT!mZp2")]
    [InlineData("Str0ng-Passw0rd!26")]
    public async Task Others_are_taken(string password) => Assert.Null(await FaultAsync(password));

    private static async Task<string?> FaultAsync(string password)
    {
        var rules = new PasswordRules(new PortalSettings(null, "Kabar Kota", null, null, []));
        var result = await rules.ValidateAsync(null!, new Editor { Email = "siti.rahayu@harianjaya.example" }, password);
        return result.Errors.SingleOrDefault()?.Code;
    }
}
