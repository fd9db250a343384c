using KamtibmasPortal.Web.Accounts;

namespace KamtibmasPortal.Tests.Accounts;

public sealed class OneTimeCodesTests
{
    /// <summary>"12345678901234567890", the key of RFC 6238's appendix B, in Base32.</summary>
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>The appendix's SHA-1 values, their last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, OneTimeCodes.At(Secret, moment));
        Assert.Equal(seconds / 30, OneTimeCodes.StepOf(Secret, code, moment, used: 0));
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public void A_phone_may_be_one_step_off(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);

        Assert.Equal(taken, OneTimeCodes.StepOf(Secret, OneTimeCodes.At(Secret, now.AddSeconds(seconds)), now, used: 0) is not null);
    }

    [Fact]
    public void A_step_counts_once_and_older_ones_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = OneTimeCodes.StepOf(Secret, OneTimeCodes.At(Secret, now), now, used: 0)!.Value;

        Assert.Null(OneTimeCodes.StepOf(Secret, OneTimeCodes.At(Secret, now), now, step));
        Assert.Null(OneTimeCodes.StepOf(Secret, OneTimeCodes.At(Secret, now.AddSeconds(-30)), now, step));
        Assert.Equal(step + 1, OneTimeCodes.StepOf(Secret, OneTimeCodes.At(Secret, now.AddSeconds(30)), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12a456")]
    [InlineData("１２３４５６")]
    public void Anything_but_six_digits_is_no_code(string code) => Assert.Null(OneTimeCodes.StepOf(Secret, code, DateTimeOffset.UnixEpoch, used: 0));
}
